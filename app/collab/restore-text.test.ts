import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Block, Inline } from '~/proposal/section-content'
import { placeThreadOnWords } from './anchor'
import { restoreText } from './restore-text'
import { contentOf, docOf, firstUpdate, textFragment, threadsIn } from './section-doc'

const text = (words: string, ...marks: object[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const chip = (ref: string) => text('\uFFFC', { type: 'figure', attrs: { ref, format: 'tkr' } })
const list = (...items: object[]) => ({
  type: 'bulletList',
  content: items.map(item => ({ type: 'listItem', content: [item] })),
})
const docWith = (...content: object[]) => docOf([firstUpdate({ type: 'doc', content })])

/** What a restore writes into a document, as others get it. */
function restored(doc: Y.Doc, wanted: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = []
  const copy = docOf([Y.encodeStateAsUpdate(doc)])
  copy.on('update', (update: Uint8Array) => updates.push(update))
  restoreText(copy, wanted)
  return updates
}

/** The document after a restore of which it was told, as an open editor is. */
function restore(doc: Y.Doc, wanted: Y.Doc): Y.Doc {
  for (const update of restored(doc, wanted)) Y.applyUpdate(doc, update)
  return doc
}

const words = fc
  .array(fc.constantFrom('skolan', 'får', 'mer', 'än', 'förr', '.'), { minLength: 1, maxLength: 9 })
  .map(list => list.join(' '))
const inline = fc.oneof(
  words.map(word => text(word)),
  words.map(word => text(word, { type: 'bold' })),
  fc.constantFrom('gap.2025', 'tax.rate').map(chip),
  fc.constant({ type: 'hardBreak' }),
)
const line = fc.array(inline, { maxLength: 5 }).map(content => paragraph(...content))
const block = fc.oneof(
  line,
  line.map(one => ({ ...one, type: 'heading', attrs: { level: 2 } })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map(items => list(...items)),
)
const blocks = fc.array(block, { maxLength: 8 })

test('whatever the two texts are, the one reads as the other afterwards, and back', () => {
  fc.assert(
    fc.property(blocks, blocks, (now, then) => {
      const [doc, wanted] = [docWith(...now), docWith(...then)]
      const before = contentOf(doc)
      expect(contentOf(restore(doc, wanted))).toEqual(contentOf(wanted))
      expect(contentOf(restore(doc, docWith(...now)))).toEqual(before)
    }),
    { numRuns: 120 },
  )
})

test('a text that is the same is not touched, though threads were set in it', () => {
  const content = [paragraph(text('Vi vill ha lugn.')), list(paragraph(text('punkt')))]
  const doc = docWith(...content)
  placeThreadOnWords(doc, 'lug', 'tråd')
  expect(restored(doc, docWith(...content))).toEqual([])
})

test('what others write meanwhile, and their threads, keep their places', () => {
  const doc = docWith(
    paragraph(text('Ett.')),
    paragraph(text('Skolan får mycket mer pengar i år.')),
  )
  placeThreadOnWords(doc, 'pengar', 'tråd')
  const other = docOf([Y.encodeStateAsUpdate(doc)])
  const wanted = docWith(paragraph(text('Noll.')), paragraph(text('Skolan får mer pengar i höst.')))
  const updates = restored(doc, wanted)
  const [, second] = textFragment(other).toArray()
  const typed = second instanceof Y.XmlElement ? second.get(0) : null
  if (typed instanceof Y.XmlText) typed.insert('Skolan får mycket mer '.length, 'nya ')
  for (const update of updates) Y.applyUpdate(other, update)
  expect(contentOf(other).content.map(plain)).toEqual([
    'Noll.',
    'Skolan får mer nya pengar i höst.',
  ])
  expect(threadsIn(other)).toEqual(new Set(['tråd']))
})

test('a thread comes back with the words that it was set on', () => {
  const wanted = docWith(paragraph(text('Ett.')), paragraph(text('Två ord.')))
  placeThreadOnWords(wanted, 'ord', 'tråd')
  expect(threadsIn(restore(docWith(paragraph(text('Ett.'))), wanted))).toEqual(new Set(['tråd']))
})

test('a word that was made bold is not written anew', () => {
  const doc = docWith(paragraph(text('Vi '), text('lovar', { type: 'bold' }), text('.')))
  placeThreadOnWords(doc, 'lovar', 'tråd')
  const wanted = docWith(paragraph(text('Vi lovar.')))
  restore(doc, wanted)
  expect(contentOf(doc)).toEqual(contentOf(wanted))
  expect(threadsIn(doc)).toEqual(new Set(['tråd']))
})

test('what somebody suggests stays beside the words that stay', () => {
  const doc = docWith(paragraph(text('Vi vill ha lugn.')), paragraph(text('Skolan får mer.')))
  const suggest = (at: number, offset: number, words: string) => {
    const block = textFragment(doc).get(at)
    const inside = block instanceof Y.XmlElement ? block.get(0) : null
    const insertion = { suggestion: `m.${'x'.repeat(20)}`, since: '1700000000000', does: '' }
    if (inside instanceof Y.XmlText) inside.insert(offset, words, { insertion })
  }
  suggest(0, 12, 'mer ')
  suggest(1, 11, 'lite ')
  const wanted = docWith(paragraph(text('Vi vill ha lugn.')), paragraph(text('Skolan får nu mer.')))
  const before = textFragment(doc).get(0).toString()
  restore(doc, wanted)
  expect(contentOf(doc)).toEqual(contentOf(wanted))
  expect(textFragment(doc).get(0).toString()).toBe(before)
  expect(textFragment(doc).get(1).toString()).toContain('lite')
})

test('what somebody suggests stays in a block that was written anew', () => {
  const doc = docWith(
    paragraph(text('Ett.')),
    paragraph(text('Något helt annat.')),
    paragraph(text('Tre.')),
  )
  const block = textFragment(doc).get(1)
  const inside = block instanceof Y.XmlElement ? block.get(0) : null
  const insertion = { suggestion: `m.${'x'.repeat(20)}`, since: '1700000000000', does: '' }
  if (inside instanceof Y.XmlText) inside.insert(5, 'mer ', { insertion })
  const wanted = docWith(
    paragraph(text('Ett.')),
    paragraph(text('Skolan får mer.')),
    paragraph(text('Tre.')),
  )
  restore(doc, wanted)
  expect(contentOf(doc)).toEqual(contentOf(wanted))
  expect(textFragment(doc).get(1).toString()).toContain('mer </insertion>')
})

test('what somebody suggests stays where a paragraph is emptied', () => {
  const doc = docWith(paragraph(text('Ett.')), paragraph(text('Två.')))
  const block = textFragment(doc).get(1)
  const inside = block instanceof Y.XmlElement ? block.get(0) : null
  const insertion = { suggestion: `m.${'x'.repeat(20)}`, since: '1700000000000', does: '' }
  if (inside instanceof Y.XmlText) inside.insert(2, 'mer', { insertion })
  const wanted = docWith(paragraph(text('Ett.')), paragraph())
  restore(doc, wanted)
  expect(contentOf(doc)).toEqual(contentOf(wanted))
  expect(textFragment(doc).get(1).toString()).toContain('>mer<')
})

const brokenLine = { type: 'hardBreak' as const }
const suggestedIn = (parent: Y.XmlFragment, at: number, offset: number) => {
  const insertion = { suggestion: `m.${'x'.repeat(20)}`, since: '1700000000000', does: '' }
  const inside = parent.get(at)
  if (inside instanceof Y.XmlText) inside.insert(offset, 'mer', { insertion })
}

test.each([
  ['goes', paragraph(text('Ett')), [paragraph(text('Ett'), brokenLine, text('Två'))], 2],
  ['goes before one', paragraph(brokenLine, text('Ett')), [paragraph(text('Två'), brokenLine)], 0],
  [
    'stays first',
    paragraph(brokenLine, text('x'), brokenLine),
    [paragraph(brokenLine, text('x'))],
    -1,
  ],
])('what somebody suggests stays where a line of the paragraph %s', (_, wanted, blocks, at) => {
  const doc = docWith(...blocks)
  const block = textFragment(doc).get(0)
  if (!(block instanceof Y.XmlElement)) throw new Error('no block')
  if (at < 0) block.insert(0, [new Y.XmlText()])
  suggestedIn(block, Math.max(at, 0), 0)
  restore(doc, docWith(wanted))
  expect(contentOf(doc)).toEqual(contentOf(docWith(wanted)))
  expect(textFragment(doc).get(0).toString()).toContain('>mer<')
})

test('what somebody writes that very moment stays where a paragraph is emptied', () => {
  const doc = docWith(paragraph(text('Ett.')), paragraph(text('Två.')))
  const open = docOf([Y.encodeStateAsUpdate(doc)])
  const block = textFragment(open).get(1)
  const inside = block instanceof Y.XmlElement ? block.get(0) : null
  if (inside instanceof Y.XmlText) inside.insert(2, 'mer')
  const wanted = docWith(paragraph(text('Ett.')), paragraph())
  for (const update of restored(doc, wanted)) Y.applyUpdate(open, update)
  expect(contentOf(open)).toEqual(
    contentOf(docWith(paragraph(text('Ett.')), paragraph(text('mer')))),
  )
})

const plain = (one: Block): string =>
  one.type === 'paragraph'
    ? (one.content ?? []).map((part: Inline) => (part.type === 'text' ? part.text : ' ')).join('')
    : one.type

test('a thread whose words were moved lies on them where they are had back, if that is one place', () => {
  const then = () =>
    docWith(
      paragraph(text('Nämnden ska varje termin redovisa gruppernas storlek per enhet.')),
      paragraph(text('Det som kostar är att börja om varje gång.')),
    )
  const doc = docWith(
    paragraph(text('Nämnden ska varje termin per enhet.')),
    paragraph(text('Det som kostar är att börja om varje gång. redovisa gruppernas storlek')),
  )
  placeThreadOnWords(doc, 'redovisa gruppernas storlek', 'tråd')
  const back = restore(doc, then())
  expect(contentOf(back)).toEqual(contentOf(then()))
  expect(threadsIn(back)).toEqual(new Set(['tråd']))

  const twice = docWith(paragraph(text('Mer.')), paragraph(text('Så.')), paragraph(text('Nej, nu')))
  placeThreadOnWords(twice, 'nu', 'tråd')
  const wanted = docWith(
    paragraph(text('Mer nu.')),
    paragraph(text('Så nu.')),
    paragraph(text('Nej')),
  )
  expect(threadsIn(restore(twice, wanted))).toEqual(new Set())
})
