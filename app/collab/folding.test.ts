import { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import { editorSchema } from './editor-schema'
import { carried, hidingPart, partAt, partsOf } from './folding'
import { presentIn } from './section-place'
import { placeholder } from './suggestion'

/** `# A` is a heading of level 2, `## A` one of level 3; all else is a paragraph. */
const docOf = (...lines: string[]) =>
  editorSchema.node(
    'doc',
    null,
    lines.map(line => {
      const [, signs, title] = /^(#{1,2}) (.*)$/.exec(line) ?? []
      const text = editorSchema.text(title ?? line)
      return signs
        ? editorSchema.node('heading', { level: signs.length + 1 }, [text])
        : editorSchema.node('paragraph', null, [text])
    }),
  )

const lines = ['ingress', '# Skola', 'ett', '## Lärare', 'två', '# Vård', 'tre', '# Skola', 'fyra']
const doc = docOf(...lines)
const parts = partsOf(doc)

/** Where a line of the text begins. */
const at = (line: string) => {
  let found = -1
  doc.forEach((node, pos) => {
    if (node.textContent === line) found = pos
  })
  return found
}

test('a part reaches to the next heading of its level or a higher one', () => {
  const ends = parts.map(({ title, to }) => [title, to])
  const end = doc.content.size
  const last = doc.content.size - doc.child(8).nodeSize - doc.child(7).nodeSize
  expect(ends).toEqual([
    ['Skola', at('Vård')],
    ['Lärare', at('Vård')],
    ['Vård', last],
    ['Skola', end],
  ])
})

test('headings with the same words are told apart, and their keys hold no words', () => {
  const keys = parts.map(({ key }) => key)
  expect(new Set(keys).size).toBe(4)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{16}$/)
})

test('a place belongs to its nearest heading, and is hidden by the widest fold', () => {
  const [school, teachers] = parts
  const both = new Set([school?.key ?? '', teachers?.key ?? ''])
  expect(partAt(parts, at('två') + 1)?.title).toBe('Lärare')
  expect(partAt(parts, at('ingress') + 1)).toBe(null)
  expect(hidingPart(parts, both, at('två') + 1)).toBe(school)
  expect(hidingPart(parts, new Set([teachers?.key ?? '']), at('ett') + 1)).toBe(null)
  expect(hidingPart(parts, both, (school?.pos ?? 0) + 1)).toBe(null)
})

test('a fold follows its heading when that is written in, moved down or doubled', () => {
  const folded = new Set([parts[3]?.key ?? ''])
  const change = new Transform(doc)
  change.insert(at('Vård') + 1, editorSchema.text('Mer v'))
  change.insert(0, editorSchema.node('heading', { level: 2 }, [editorSchema.text('Skola')]))
  const after = partsOf(change.doc)
  const kept = carried(folded, parts, after, change.mapping)
  expect(after.flatMap(({ key }, i) => (kept.has(key) ? [i] : []))).toEqual([4])
})

const one = (memberId: string, place: string) => ({ memberId, name: memberId, roles: [], place })

test('who else is in a section, once each, with the heading that is known', () => {
  const members = [
    one('karin', 'sections/skola'),
    one('karin', 'sections/skola#Mer lärare'),
    one('johan', 'sections/skola2#Annat'),
    one('amina', 'sections/skola'),
    one('jag', 'sections/skola#Mitt'),
    one('olle', 'budget#VON.0'),
  ]
  expect(presentIn(members, 'skola', 'jag')).toEqual([
    { memberId: 'karin', name: 'karin', heading: 'Mer lärare' },
    { memberId: 'amina', name: 'amina', heading: '' },
  ])
})

const sign = (text: string, mark: string, attrs: object) =>
  editorSchema.text(text, [editorSchema.mark(mark, attrs)])

test('a part is called by the words of its heading, without the signs that stand in it', () => {
  const heading = editorSchema.node('heading', { level: 2 }, [
    sign(placeholder, 'insertion', { suggestion: 'a.b', since: '1', does: 'join' }),
    editorSchema.text('Vård'),
    sign('\u2020', 'footnote', { text: 'SCB' }),
    sign(' för alla', 'insertion', { suggestion: 'a.c', since: '1', does: '' }),
  ])
  const [part] = partsOf(editorSchema.node('doc', null, [heading]))
  expect(part?.title).toBe('Vård för alla')
})
