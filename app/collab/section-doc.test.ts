import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { SectionContent } from '~/proposal/section-content'
import {
  contentOf,
  docOf,
  editorContentOf,
  firstUpdate,
  sectionDoc,
  textFragment,
  threadsIn,
} from './section-doc'

const text = (words: string, ...marks: object[]) =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words }

const example = SectionContent.parse({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Skola')] },
    {
      type: 'paragraph',
      content: [
        text('Ramen höjs med '),
        text('\uFFFC', {
          type: 'figure',
          attrs: { ref: 'frame.BUN.2025.change', format: 'miljoner kronor' },
        }),
        text(' eller '),
        text('2 mnkr', { type: 'freestanding' }),
        { type: 'hardBreak' },
        text('se ', { type: 'bold' }),
        text('källan', { type: 'link', attrs: { href: 'https://example.se/' } }),
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [text('ett')] },
            {
              type: 'orderedList',
              content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
            },
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      content: [{ type: 'paragraph', content: [text('citat', { type: 'italic' })] }],
    },
  ],
})

test('content survives the way into a document and back', () => {
  expect(contentOf(docOf([firstUpdate(example)]))).toEqual(example)
})

test('an empty section is an empty document', () => {
  const empty = { type: 'doc' as const, content: [] }
  expect(contentOf(docOf([firstUpdate(empty)]))).toEqual(empty)
})

test('updates may come twice and in any order', () => {
  const doc = docOf([firstUpdate(example)])
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('nytt')])
  textFragment(doc).insert(1, [paragraph])
  textFragment(doc).delete(0, 1)
  expect(contentOf(docOf([...updates.toReversed(), ...updates]))).toEqual(contentOf(doc))
})

test('comment marks are kept for restore, stripped from content, and name their threads', () => {
  const doc = docOf([
    firstUpdate(
      SectionContent.parse({
        type: 'doc',
        content: [{ type: 'paragraph', content: [text('ord för ord')] }],
      }),
    ),
  ])
  const paragraph = textFragment(doc).get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('the first paragraph holds text')
  words.format(4, 3, { 'comment--abcdefgh': { threadId: 't1' } })
  expect(threadsIn(doc)).toEqual(new Set(['t1']))
  expect(JSON.stringify(editorContentOf(doc))).toContain('"threadId":"t1"')
  expect(contentOf(doc).content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'ord för ord' }] },
  ])
})

test('an address that a browser would run is left out, the words stay', () => {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  const words = new Y.XmlText()
  words.insert(0, 'klicka', { link: { href: 'javascript:alert(1)' } })
  paragraph.insert(0, [words])
  textFragment(doc).insert(0, [paragraph])
  expect(contentOf(doc).content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'klicka' }] },
  ])
})

test('a copy writes nothing itself where two have marked the same words at once', () => {
  const first = firstUpdate({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ord' }] }],
  })
  const marked = [1, 2].map(() => {
    const doc = docOf([first])
    const before = Y.encodeStateVector(doc)
    const paragraph = textFragment(doc).get(0)
    const words = paragraph instanceof Y.XmlElement && paragraph.get(0)
    if (words instanceof Y.XmlText) words.format(0, 3, { bold: {} })
    return Y.encodeStateAsUpdate(doc, before)
  })
  const written = (doc: Y.Doc): number => {
    let count = 0
    doc.on('update', () => count++)
    for (const update of [first, ...marked]) Y.applyUpdate(doc, update)
    return count
  }
  expect(written(new Y.Doc())).toBe(4)
  expect(written(sectionDoc())).toBe(3)
})

const names = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'hardBreak',
]
type Tree = { name: string; words: string; mark: string; children: Tree[] }
const depthIdentifier = fc.createDepthIdentifier()
const tree = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.record({
    name: fc.constantFrom(...names),
    words: fc.constantFrom('', 'abc', '\uFFFC', 'a\uFFFCb'),
    mark: fc.constantFrom('bold', 'figure', 'script', 'comment--12345678', 'link'),
    children: fc.oneof(
      { maxDepth: 6, depthIdentifier },
      fc.constant<Tree[]>([]),
      fc.array(tie('tree'), { maxLength: 3, depthIdentifier }),
    ),
  }),
})).tree

function grow(parent: Y.XmlFragment, { name, words, mark, children }: Tree): void {
  const element = new Y.XmlElement(name)
  parent.push([element])
  const run = new Y.XmlText()
  element.push([run])
  run.insert(0, words, { [mark]: { ref: 'frame.BUN.2025.change', format: 'tkr' } })
  children.forEach(child => grow(element, child))
}

test('whatever a client wrote, the content fits its schema', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), trees => {
      const doc = new Y.Doc()
      trees.forEach(one => grow(textFragment(doc), one))
      expect(SectionContent.safeParse(contentOf(doc)).success).toBe(true)
    }),
  )
})
