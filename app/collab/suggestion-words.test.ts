import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { amina, bo, docWith, opened, paragraphs, sent, suggested } from '../../tests/suggestions'
import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import { editorSchema } from './editor-schema'
import { doing, propose } from './propose'
import { suggestionsIn } from './suggested-text'
import { wordingHash } from './suggestion'
import { suggestionWords, type ReadFigure } from './suggestion-words'

const figure = (ref: string) =>
  editorSchema.text(figureCharacter, [editorSchema.mark('figure', { ref, format: 'tkr' })])
const note = (text: string) =>
  editorSchema.text(noteCharacter, [editorSchema.mark('footnote', { text })])
const read: ReadFigure = (ref, format) => (ref === 'gap.2025' ? `0 ${format}` : null)

function docHolding(...content: ReturnType<typeof note>[]): Y.Doc {
  const paragraph = editorSchema.node('paragraph', null, [editorSchema.text('Vi '), ...content])
  return docWith(editorSchema.node('doc', null, [paragraph]))
}

/** The suggestion that puts the content in the place of all after the first three characters. */
function suggesting(doc: Y.Doc, ...content: ReturnType<typeof note>[]) {
  Y.applyUpdate(
    doc,
    suggested(doc, amina, tr => tr.replaceWith(4, tr.doc.content.size - 1, content)),
  )
  const [one, ...others] = suggestionsIn(doc)
  if (!one || others.length > 0) throw new Error('one suggestion')
  return one
}

test('a figure and a footnote are told by what they stand for', () => {
  expect(suggestionWords(suggesting(docHolding(figure('gap.2025'))), read)).toBe('Ta bort ”0 tkr”')
  expect(suggestionWords(suggesting(docHolding(figure('lost.2025'))), read)).toBe('Ta bort ”#”')
  expect(suggestionWords(suggesting(docHolding(note('Före.')), note('Efter.')), read)).toBe(
    'Byt ”[fotnot: Före.]” mot ”[fotnot: Efter.]”',
  )
})

test('each figure and footnote of a stretch is told by its own', () => {
  const [known, lost] = [figure('gap.2025'), figure('lost.2025')]
  const doc = docHolding(lost, editorSchema.text(' av '), known, note('Varför.'))
  expect(suggestionWords(suggesting(doc), read)).toBe('Ta bort ”# av 0 tkr[fotnot: Varför.]”')
})

test('a footnote is shown far enough to tell it from another, other words are cut', () => {
  const long = 'ord '.repeat(40)
  expect(suggestionWords(suggesting(docHolding(note(`${long}sist.`))), read)).toContain('sist.]”')
  const cut = suggestionWords(suggesting(docHolding(editorSchema.text(long))), read)
  expect(cut).toBe(`Ta bort ”${long.slice(0, 90)}…”`)
})

test('another footnote, or another figure, is another wording', () => {
  const hashes = [note('Ett.'), note('Två.'), figure('gap.2025'), figure('gap.2026')].map(one =>
    wordingHash({
      parts: suggesting(docHolding(note('Före.')), one).parts.map(part => ({
        ...part,
        mark: { ...part.mark, suggestion: 'amina.same', since: '0' },
      })),
    }),
  )
  expect(new Set(hashes).size).toBe(4)
})

/** What Amina suggests, after what others do to it. */
function told(words: string[], ...acts: ((doc: Y.Doc) => Uint8Array)[]): string {
  const doc = docWith(paragraphs(...words))
  for (const act of acts) Y.applyUpdate(doc, act(doc))
  const mine = suggestionsIn(doc).find(({ authorId }) => authorId === 'amina')
  return mine ? suggestionWords(mine, read) : ''
}
const replace =
  (from: number, to: number, text: string, who = amina) =>
  (doc: Y.Doc) =>
    suggested(doc, who, tr => tr.insertText(text, from, to))
const write = (at: number, text: string) => (doc: Y.Doc) => {
  const { own, mapping, state } = opened(doc)
  return sent(own, mapping, state.tr.insert(at, state.schema.text(text)).doc)
}
const split = (at: number) => (doc: Y.Doc) => {
  const { own, mapping, state } = opened(doc)
  return sent(
    own,
    mapping,
    propose(state, amina, { from: at, to: at, pieces: [doing('split')] }).doc,
  )
}

test.each([
  [
    'with another’s words inside',
    ['Vi vill.'],
    [replace(8, 8, ' Mer pengar'), write(12, ' stora')],
    'Lägg till ”Mer … pengar”',
  ],
  [
    'parted by another’s space',
    ['Vi vill.'],
    [replace(8, 8, 'Merpengar'), write(11, ' ')],
    'Lägg till ”Mer pengar”',
  ],
  [
    'with another’s suggestion inside',
    ['Vi vill.'],
    [replace(8, 8, 'Mer pengar'), replace(11, 11, ' nu', bo)],
    'Lägg till ”Mer … pengar”',
  ],
  [
    'taken away around another’s suggestion',
    ['Vi vill satsa.'],
    [replace(4, 14, 'kan'), replace(9, 9, 'nu ', bo)],
    'Byt ”vill satsa” mot ”kan”',
  ],
  [
    'taken away over two paragraphs',
    ['Vi vill.', 'Vi kan.'],
    [replace(4, 13, '')],
    'Ta bort ”vill. Vi”. Slå ihop med det som står före',
  ],
  [
    'with a split of their own',
    ['Vi vill.'],
    [replace(9, 9, ' Ett.'), split(14), replace(15, 15, 'Två.')],
    'Lägg till ”Ett. Två.”. Dela stycket',
  ],
])('words %s are told as they stand', (_, words, acts, said) => {
  expect(told(words, ...acts)).toBe(said)
})
