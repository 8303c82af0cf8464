import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { copyOf, docWith, opened, paragraphs, sent } from '../../tests/suggestions'
import { writtenBlock, type Json } from '../../tests/written'
import { deepestList } from '~/proposal/section-content'
import { decoded } from './decoded-update'
import { editorSchema } from './editor-schema'
import { knownContent } from './known-content'
import { docOf, firstUpdate, textFragment } from './section-doc'
import { textsIn } from './suggested-text'

type Write = (own: Y.Doc, text: Y.XmlText, block: Y.XmlElement) => void

/** The update of a client that writes what it likes. */
function forged(doc: Y.Doc, write: Write): Uint8Array {
  const own = copyOf(doc)
  const before = Y.encodeStateVector(own)
  const [text] = textsIn(textFragment(own))
  const block = textFragment(own).get(0)
  if (!text || !(block instanceof Y.XmlElement)) throw new Error('the first block holds text')
  write(own, text, block)
  return Y.encodeStateAsUpdate(own, before)
}

const base = () => docWith(paragraphs('Vi vill satsa.', 'Andra stycket.'))

const nested = (...names: string[]): Y.XmlElement => {
  const elements = names.map(name => new Y.XmlElement(name))
  elements.forEach((element, i) => elements[i - 1]?.insert(0, [element]))
  return elements[0] ?? expect.unreachable()
}
const atTop =
  (...names: string[]): Write =>
  own =>
    textFragment(own).insert(1, [nested(...names)])

const imageNamed =
  (sha256: string, alt = 'Skolgården'): Write =>
  own => {
    const image = nested('image')
    image.setAttribute('sha256', sha256)
    image.setAttribute('alt', alt)
    textFragment(own).insert(0, [image])
  }

/** Lists in lists, so many deep. */
const listsDeep = (depth: number): string[] => [
  ...Array.from({ length: depth }, () => ['bulletList', 'listItem']).flat(),
  'paragraph',
]

describe('the gate of a section', () => {
  test.each<[string, Write]>([
    ['a node that is none', atTop('script')],
    ['a node as text', atTop('text')],
    ['an item outside of a list', atTop('listItem', 'paragraph')],
    ['a heading in a quote', atTop('blockquote', 'heading')],
    ['a heading in a list', atTop('bulletList', 'listItem', 'heading')],
    ['a quote in a quote', atTop('blockquote', 'blockquote')],
    ['a block in a paragraph', (_own, _text, block) => block.insert(0, [nested('paragraph')])],
    ['a table in a quote', atTop('blockquote', 'table')],
    ['a row outside of a table', atTop('tableRow')],
    ['a list in a cell', atTop('table', 'tableRow', 'tableCell', 'bulletList')],
    [
      'a cell of two columns',
      own => {
        const [table, row, cell] = ['table', 'tableRow', 'tableCell'].map(name => nested(name))
        if (!table || !row || !cell) return
        cell.setAttribute('colspan', '2')
        row.insert(0, [cell])
        table.insert(0, [row])
        textFragment(own).insert(0, [table])
      },
    ],
    ['an image in a quote', atTop('blockquote', 'image')],
    ['an image of another address', imageNamed('https://example.org/a.png')],
    ['an image that says nothing', imageNamed('a'.repeat(64), ' ')],
    ['a line break outside of text', atTop('hardBreak')],
    ['lists without end', atTop(...listsDeep(deepestList + 1))],
    ['text outside of blocks', own => textFragment(own).insert(0, [new Y.XmlText('lös')])],
    ['a mark that is none', (_, text) => text.format(0, 2, { underline: {} })],
    ['a mark with more than it holds', (_, text) => text.format(0, 2, { bold: { onclick: 'x' } })],
    ['a mark that is no mark', (_, text) => text.format(0, 2, { bold: true })],
    ['an attribute that is none', (_own, _text, block) => block.setAttribute('onclick', 'x')],
    [
      'a level that is none',
      own => {
        const heading = nested('heading')
        heading.setAttribute('level', '1')
        textFragment(own).insert(0, [heading])
      },
    ],
    ['an object in the text', (_, text) => text.insertEmbed(0, { a: 1 })],
    ['another part of the document', own => own.getMap('smyg').set('a', 1)],
    ['a map in the text', (_, text) => text.insertEmbed(0, new Y.Map())],
    [
      'words and something unknown beside them',
      (own, text, block) => {
        text.insert(0, 'Hej ')
        atTop('table-of-contents')(own, text, block)
      },
    ],
  ])('refuses %s', (_, write) => {
    const doc = base()
    const update = forged(doc, write)
    expect(knownContent(doc, decoded(update))).toBe('unknown')
  })

  test('takes lists as deep as a section holds', () => {
    const doc = base()
    expect(knownContent(doc, decoded(forged(doc, atTop(...listsDeep(deepestList)))))).toBe('known')
  })

  test('does not know what builds on an update that has not come', () => {
    const doc = base()
    const own = copyOf(doc)
    atTop('bulletList')(own, new Y.XmlText(), new Y.XmlElement('p'))
    const between = Y.encodeStateVector(own)
    const list = textFragment(own).get(1)
    if (list instanceof Y.XmlElement) list.insert(0, [nested('heading')])
    expect(knownContent(doc, decoded(Y.encodeStateAsUpdate(own, between)))).toBe('missing')
  })

  test('takes what was written in a block that is deleted meanwhile: it goes with that', () => {
    const doc = base()
    const inWords = forged(doc, (_, text) => text.insert(1, 'ord'))
    const inBlock = forged(doc, (_, __, block) => block.setAttribute('level', '2'))
    textFragment(doc).delete(0, 1)
    expect([inWords, inBlock].map(update => knownContent(doc, decoded(update)))).toEqual([
      'known',
      'known',
    ])
  })

  test.each<[string, (parts: readonly Uint8Array[]) => Uint8Array[]]>([
    ['does not follow on what is here', parts => parts.slice(1)],
    ['has a hole in it', parts => parts.toSpliced(1, 1)],
  ])('asks for the rest where what a client made %s', (_, cut) => {
    const doc = base()
    const own = copyOf(doc)
    const parts: Uint8Array[] = []
    own.on('update', (update: Uint8Array) => parts.push(update))
    // each beside a block that is here already: only its client's clock tells what is missing
    for (const at of [0, 3, 2]) textFragment(own).insert(at, [nested('paragraph')])
    expect(knownContent(doc, decoded(Y.mergeUpdates(parts)))).toBe('known')
    expect(knownContent(doc, decoded(Y.mergeUpdates(cut(parts))))).toBe('missing')
  })

  test('knows what an editor makes of any text into any other', () => {
    const section = fc.array(writtenBlock, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(section, section, (before, after) => {
        const [from, to] = [docFrom(before), docFrom(after)]
        expect(knownContent(new Y.Doc(), decoded(Y.encodeStateAsUpdate(from)))).toBe('known')
        const { own, mapping } = opened(from)
        const update = sent(own, mapping, opened(to).state.doc)
        expect(knownContent(from, decoded(update))).toBe('known')
        expect(knownContent(from, decoded(Y.encodeStateAsUpdate(own)))).toBe('known')
      }),
    )
  })

  test('is not held up by a ring of parts that stand in one another', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    const ids = [Y.createID(7, 0), Y.createID(8, 0)] as const
    const ring = [a, b].map((own, i) => {
      own.clientID = 7 + i
      own.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')])
      const other = ids[1 - i]
      const item = Y.getItem(own.store, ids[i] ?? ids[0])
      if (item instanceof Y.Item) item.origin = other ?? null
      return Y.encodeStateAsUpdate(own)
    })
    expect(knownContent(new Y.Doc(), decoded(Y.mergeUpdates(ring)))).toBe('missing')
  })

  test('takes what two wrote apart, in whichever order it comes', () => {
    const doc = base()
    const apart = [1, 2].map(() => {
      const { own, mapping, state } = opened(doc)
      const split = state.tr.split(5).insertText('ord', 3)
      const bold = split.addMark(1, 4, editorSchema.mark('bold'))
      return sent(own, mapping, bold.doc)
    })
    for (const update of [...apart, ...apart.toReversed()]) {
      expect(knownContent(doc, decoded(update))).toBe('known')
      Y.applyUpdate(doc, update)
    }
  })
})

const docFrom = (content: Json[]): Y.Doc => docOf([firstUpdate({ type: 'doc', content })])
