import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textsOf } from './anchor'
import { contentOf, docOf, firstUpdate, textFragment } from './section-doc'
import { dropWaiting, withOwn } from './unread'

const start = firstUpdate({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vi vill satsa på skolan.' }] }],
})

type Edit = {
  readonly own: boolean
  readonly at: number
  readonly cut: number
  readonly put: string
}

/** The reader's and another's edits of one text, one after the other, as rows of its log. */
function written(edits: readonly Edit[]) {
  const docs = { own: docOf([start]), other: docOf([start]) }
  const rows: { own: boolean; update: Uint8Array }[] = []
  for (const { own, at, cut, put } of edits) {
    const doc = own ? docs.own : docs.other
    const before = Y.encodeStateVector(doc)
    const [text] = textsOf(textFragment(doc))
    if (!text) continue
    const from = Math.min(at, text.length)
    doc.transact(() => {
      text.delete(from, Math.min(cut, text.length - from))
      text.insert(from, put)
    })
    const update = Y.encodeStateAsUpdate(doc, before)
    rows.push({ own, update })
    Y.applyUpdate(own ? docs.other : docs.own, update)
  }
  return rows
}

const count = (text: string, letter: string) => text.split(letter).length - 1

const textOf = (doc: Y.Doc) => JSON.stringify(contentOf(doc))

function unread(rows: ReturnType<typeof written>) {
  const own = rows.filter(row => row.own).map(({ update }) => update)
  const read = docOf([withOwn(start, own)])
  const now = docOf([start, ...rows.map(({ update }) => update)])
  dropWaiting(now, read)
  return { before: textOf(read), after: textOf(now) }
}

test('what one writes oneself is in what one has read, also between another’s words', () => {
  const rows = written([
    { own: true, at: 0, cut: 2, put: 'Alla' },
    { own: false, at: 26, cut: 0, put: ' Och omsorgen.' },
    { own: true, at: 40, cut: 0, put: ' Mitt tillägg.' },
  ])
  const { before, after } = unread(rows)
  expect(before).toContain('Alla vill satsa på skolan.')
  expect(after).toContain('Alla vill satsa på skolan. Och omsorgen.')
  expect(after).not.toContain('Mitt tillägg')
})

const edit = fc.record({
  own: fc.boolean(),
  at: fc.nat(60),
  cut: fc.nat(5),
  put: fc.constantFrom('', 'ord ', 'två ord', 'x'),
})

test('one’s own edits alone are never news, however the rows are merged', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), fc.nat(20), (edits, cut) => {
      const rows = written(edits.map(one => ({ ...one, own: true })))
      const { before, after } = unread(rows)
      expect(before).toBe(after)
      const own = rows.map(({ update }) => update)
      const merged = withOwn(withOwn(start, own.slice(0, cut)), own.slice(cut))
      expect(textOf(docOf([merged]))).toBe(before)
    }),
  )
})

test('another’s words all stand in what is new, and no word of one’s own besides', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), edits => {
      const marked = edits.map(one => ({ ...one, cut: 0, put: one.own ? 'Q' : 'Z' }))
      const { before, after } = unread(written(marked))
      expect(count(after, 'Z')).toBe(marked.filter(({ own }) => !own).length)
      expect(count(after, 'Q')).toBe(count(before, 'Q'))
      expect(count(before, 'Z')).toBe(0)
    }),
  )
})
