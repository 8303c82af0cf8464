import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const app = join(root, 'app')

/** The nouns of the field, each with those that it may import. `ui` knows none of them. */
const arrows: Record<string, string[]> = {
  ui: [],
  budget: ['group', 'ui'],
  proposal: ['budget', 'group', 'auth', 'ui'],
  collab: ['budget', 'proposal', 'group', 'auth', 'ui'],
  export: ['budget', 'proposal', 'group', 'auth', 'ui'],
  import: ['budget', 'proposal', 'group', 'auth', 'ui'],
  group: ['auth', 'ui'],
  auth: ['group', 'ui'],
}
/** Folders that are no noun: the edge, plain Node before anything is installed, and what Prisma writes. */
const otherFolders = ['routes', 'boot', 'generated']

type Layer = 'core' | 'shell' | 'view' | 'edge' | 'test'
type Import = { from: string; to: string; typeOnly: boolean; later: boolean }

const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !file.startsWith('generated/'))
  .toSorted()

function layerOf(file: string): Layer {
  if (/\.test\.tsx?$/.test(file)) return 'test'
  if (/^(routes|boot)\//.test(file) || /^(root|routes|entry\.\w+|entry)\b/.test(file)) return 'edge'
  if (/\.server\.tsx?$/.test(file)) return 'shell'
  return file.endsWith('.tsx') ? 'view' : 'core'
}

const nounOf = (file: string): string | null => {
  const [folder, ...rest] = file.split('/')
  return rest.length > 0 && folder !== undefined && folder in arrows ? folder : null
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s(type\s)?[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

const source = (file: string): string => readFileSync(join(app, file), 'utf8')

function importsOf(file: string): Import[] {
  return [...source(file).matchAll(statement)].map(match => ({
    from: file,
    to: within(file, match[2] ?? match[3] ?? match[4] ?? ''),
    typeOnly: match[1] !== undefined,
    later: match[4] !== undefined,
  }))
}

/** A file of the app by its path there, a package by its name. */
function within(from: string, name: string): string {
  const path = name.startsWith('~/')
    ? name.slice(2)
    : name.startsWith('.')
      ? relative(app, resolve(app, dirname(from), name))
      : null
  if (path === null) return name
  return files.find(file => file === path || file.replace(/\.tsx?$/, '') === path) ?? path
}

/** What comes with a file when it is loaded. */
const needed = (file: string): Import[] =>
  importsOf(file).filter(({ typeOnly, later }) => !typeOnly && !later)

const imports = files.flatMap(importsOf)
const inApp = (name: string) => files.includes(name)
const show = ({ from, to }: Import) => `${from} -> ${to}`
const tested = imports.filter(({ from }) => layerOf(from) !== 'test')

describe('architecture', () => {
  test('reads the tree that it judges', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(imports.length).toBeGreaterThan(files.length)
  })

  test('every folder is a noun, the edge or the boot', () => {
    const folders = readdirSync(app, { withFileTypes: true }).filter(entry => entry.isDirectory())
    const known = [...Object.keys(arrows), ...otherFolders]
    expect(folders.map(({ name }) => name).filter(name => !known.includes(name))).toEqual([])
    expect(
      files.filter(file =>
        /(^|\/)(utils?|helpers?|lib|misc|types|services?|index)(\/|\.tsx?$)/.test(file),
      ),
    ).toEqual([])
  })

  test('core is pure: no React, Remix, Prisma, Node, shell or view', () => {
    const impure =
      /^(react|react-dom|@remix-run|@prisma|prisma|lucia|pg|node:|express|ws$|@hocuspocus\/server)/
    const wrong = tested.filter(
      ({ from, to }) =>
        layerOf(from) === 'core' &&
        (impure.test(to) || (inApp(to) && !['core', 'test'].includes(layerOf(to)))),
    )
    expect(wrong.filter(({ typeOnly }) => !typeOnly).map(show)).toEqual([])
  })

  test('core asks neither the clock, nor chance, nor the environment', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|process\.|performance\.now|setTimeout|fetch\()/
    const core = files.filter(file => layerOf(file) === 'core' && nounOf(file) !== null)
    expect(core.filter(file => impure.test(source(file)))).toEqual([])
  })

  test('shell imports no view, and views take only types from the shell', () => {
    const wrong = tested.filter(({ from, to, typeOnly }) => {
      if (!inApp(to) || typeOnly) return false
      if (layerOf(from) === 'shell') return ['view', 'edge'].includes(layerOf(to))
      return layerOf(from) === 'view' && ['shell', 'edge'].includes(layerOf(to))
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('arrows between nouns never turn', () => {
    const wrong = tested.filter(({ from, to }) => {
      const [noun, other] = [nounOf(from), inApp(to) ? nounOf(to) : null]
      return noun !== null && other !== null && noun !== other && !arrows[noun]?.includes(other)
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('no noun imports the edge', () => {
    const wrong = tested.filter(
      ({ from, to }) => nounOf(from) !== null && inApp(to) && layerOf(to) === 'edge',
    )
    expect(wrong.map(show)).toEqual([])
  })

  test('the budget page and what frames it bring no schemas to the browser', () => {
    const loaded = new Set([
      'entry.client.tsx',
      'root.tsx',
      'routes/proposals.$proposalId.tsx',
      'routes/proposals.$proposalId.budget.tsx',
    ])
    for (const file of loaded)
      for (const { to } of needed(file)) if (inApp(to) && layerOf(to) !== 'shell') loaded.add(to)
    expect(loaded.size).toBeGreaterThan(60)
    expect(
      [...loaded]
        .flatMap(needed)
        .filter(({ to }) => to === 'zod')
        .map(show),
    ).toEqual([])
  })

  test('only stores reach the database, and only one file makes its client', () => {
    const stores = /(^|[/-])store\.server\.ts$/
    const reach = tested.filter(
      ({ from, to, typeOnly }) =>
        to === 'db.server.ts' && !typeOnly && nounOf(from) !== null && !stores.test(from),
    )
    expect(reach.map(show)).toEqual([])
    const clients = tested.filter(
      ({ to, typeOnly }) => /generated\/prisma\/client|^@prisma\//.test(to) && !typeOnly,
    )
    expect(
      clients.map(({ from }) => from).filter(from => from !== 'db.server.ts' && !stores.test(from)),
    ).toEqual([])
    const routes = tested.filter(
      ({ from, to }) => from.startsWith('routes/') && /db\.server|prisma/.test(to),
    )
    expect(routes.map(show)).toEqual([])
  })

  test('the environment is read in one place', () => {
    // What boot starts inherits the environment whole, and boot sets in its own what the app then reads.
    const reads = /(?<!\.\.\.)process\.env\b/
    const readers = files.filter(file => layerOf(file) !== 'test' && reads.test(source(file)))
    expect(
      readers.filter(file => !/^(env(ironment)?(\.server)?|boot\/run\.server)\.ts$/.test(file)),
    ).toEqual([])
  })

  test('the command line needs no database and no environment', () => {
    const reached = new Set(['cli.server.ts'])
    for (const file of reached)
      for (const { from, to } of imports) if (from === file && inApp(to)) reached.add(to)
    expect(reached.size).toBeGreaterThan(20)
    expect([...reached].filter(file => /^(db|env|environment)\b|store\.server/.test(file))).toEqual(
      [],
    )
  })

  test('no file is in a cycle', () => {
    const values = tested.filter(({ to, typeOnly }) => inApp(to) && !typeOnly)
    const next = new Map<string, Import[]>(files.map(file => [file, []]))
    for (const found of values) next.get(found.from)?.push(found)
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})
