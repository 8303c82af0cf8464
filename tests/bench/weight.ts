import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './server/app'
import { print } from './server/figure'

// The script that each page loads: what Remix's manifest names for its routes, and what those files name in turn.
const goal = 150
const goalWithEditor = 350

/** Comes by an import of its own, and only where text waits that an earlier page could not send. */
const onDemand = /send-unsent/

type Route = { id: string; parentId?: string; module: string; imports: string[] }
type Manifest = { entry: Omit<Route, 'id'>; routes: Record<string, Route> }

const client = path.join(root, 'build', 'client')
const { entry, routes } = readManifest()

for (const route of pages().toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
  const files = new Set<string>()
  for (const { module, imports } of [entry, ...chainOf(route)])
    for (const file of [module, ...imports]) collect(file, files)
  const withEditor = [...files].some(file => file.includes('section-editor'))
  const bytes = [...files].reduce((total, file) => total + gzipSync(read(file)).length, 0)
  print({
    name: `Script of ${route.id.replace('routes/', '')}, gzip${withEditor ? ', with the editor' : ''}`,
    unit: 'kB',
    ours: bytes / 1000,
    goal: withEditor ? goalWithEditor : goal,
  })
}

function readManifest(): Manifest {
  const name = readdirSync(path.join(client, 'assets')).find(file => /^manifest-.*\.js$/.test(file))
  const said = readFileSync(path.join(client, 'assets', name ?? ''), 'utf8')
  return JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as Manifest
}

/** The routes that show something: frames around others do not, nor redirects and files, whose script is empty. */
function pages(): Route[] {
  const all = Object.values(routes)
  const frames = new Set(all.map(({ parentId }) => parentId))
  return all.filter(({ id, module }) => !frames.has(id) && read(module).length > 10)
}

function chainOf(route: Route): Route[] {
  const parent = route.parentId ? routes[route.parentId] : undefined
  return parent ? [...chainOf(parent), route] : [route]
}

function read(file: string): Buffer {
  return readFileSync(path.join(client, file))
}

/** The file and all that it imports, at once or later: the editor comes by an import of its own. */
function collect(file: string, files: Set<string>) {
  if (files.has(file) || onDemand.test(file)) return
  files.add(file)
  for (const [, name] of String(read(file)).matchAll(
    /(?:from|import)\s*\(?\s*["']\.\/([\w.-]+\.js)["']/g,
  ))
    collect(`/assets/${name}`, files)
}
