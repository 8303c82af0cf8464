import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { SectionContent } from '~/proposal/section-content'
import { placeThread, placeThreadOnWords } from './anchor'
import {
  contentOf,
  docOf,
  editorContentOf,
  firstUpdate,
  textFragment,
  threadsIn,
} from './section-doc'

const content = SectionContent.parse({
  type: 'doc',
  content: ['Vi vill satsa mer på skolan.', 'Och på vården.'].map(text => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  })),
})

function textAt(doc: Y.Doc, i: number): Y.XmlText {
  const paragraph = textFragment(doc).get(i)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (text instanceof Y.XmlText) return text
  throw new Error(`paragraph ${i} holds text`)
}

const position = (text: Y.XmlText, at: number) =>
  Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at))

function between(
  doc: Y.Doc,
  quote: string,
  [a, from]: [number, number],
  [b, to]: [number, number],
) {
  return { from: position(textAt(doc, a), from), to: position(textAt(doc, b), to), quote }
}

test('a thread lies on its words and leaves the text as it was', () => {
  const doc = docOf([firstUpdate(content)])
  expect(placeThread(doc, between(doc, 'skolan', [0, 21], [0, 27]), 't1')).toBe(true)
  expect(threadsIn(doc)).toEqual(new Set(['t1']))
  expect(contentOf(doc)).toEqual(content)
})

test('the words are found again after somebody wrote before them', () => {
  const doc = docOf([firstUpdate(content)])
  const anchor = between(doc, 'skolan', [0, 21], [0, 27])
  textAt(doc, 0).insert(0, 'Nu: ')
  expect(placeThread(doc, anchor, 't1')).toBe(true)
})

test('a range may reach over paragraphs', () => {
  const doc = docOf([firstUpdate(content)])
  expect(placeThread(doc, between(doc, 'skolan.\nOch', [0, 21], [1, 3]), 't1')).toBe(true)
})

test.each([
  ['the words read otherwise', 'vården', [0, 21], [0, 27]],
  ['the ends are turned about', 'skolan', [1, 2], [0, 21]],
] as const)('refused where %s', (_, quote, from, to) => {
  const doc = docOf([firstUpdate(content)])
  expect(placeThread(doc, between(doc, quote, [...from], [...to]), 't1')).toBe(false)
  expect(threadsIn(doc).size).toBe(0)
})

test('bytes that are no position are refused', () => {
  const doc = docOf([firstUpdate(content)])
  const nothing = new Uint8Array([255, 255, 255])
  expect(placeThread(doc, { from: nothing, to: nothing, quote: 'skolan' }, 't1')).toBe(false)
})

test('two threads overlap, and both are kept', () => {
  const doc = docOf([firstUpdate(content)])
  expect(placeThreadOnWords(doc, 'mer på skolan', 't1')).toBe(true)
  expect(placeThreadOnWords(doc, 'skolan', 't2')).toBe(true)
  expect(threadsIn(doc)).toEqual(new Set(['t1', 't2']))
  expect(JSON.stringify(editorContentOf(doc))).toContain('"threadId":"t2"')
})

test('words that do not stand there are not found', () => {
  expect(placeThreadOnWords(docOf([firstUpdate(content)]), 'flygplats', 't1')).toBe(false)
})
