import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { noteCharacter } from '~/proposal/section-content'
import { foundIn } from './find-words'
import { noteName, notesIn } from './notes'
import { replaceInNotes } from './replace-notes'
import type { Way } from './replace-words'
import { contentOf, docOf, firstUpdate, textFragment } from './section-doc'
import { settle } from './settle-suggestions'
import { suggestionsIn, textsIn } from './suggested-text'

const words = (text: string, ...marks: object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})
const note = (text: string, ...marks: object[]) =>
  words(noteCharacter, ...marks, { type: 'footnote', attrs: { text } })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const image = (alt: string, caption?: string) => ({
  type: 'image',
  attrs: { sha256: 'a'.repeat(64), alt, width: 8, height: 8, ...(caption && { caption }) },
})
const docWith = (...content: object[]): Y.Doc => docOf([firstUpdate({ type: 'doc', content })])

const asText: Way = { kind: 'text' }
const asSuggestion: Way = {
  kind: 'suggestion',
  begin: () => ({ suggestion: 'karin.0123456789abcdef', since: '1790000000000' }),
}
const find = (doc: Y.Doc, q: string) =>
  notesIn(doc).flatMap(({ part, place, text }) =>
    foundIn(text, { q }, 500).map(({ at, words: found }) => ({ part, place, at, words: found })),
  )
const said = (doc: Y.Doc) => notesIn(doc).map(one => [noteName(one), one.text])

const school = () =>
  docWith(
    paragraph(words('Ett'), note('skola ett, skola'), words(' och'), note('annat')),
    image('En skola i skog', 'Vår skola'),
    paragraph(words('Två'), note('skola två'), note('skola två')),
    image('En skola'),
  )

test('notes are counted as they are printed, equal ones side by side too', () => {
  expect(said(school())).toEqual([
    ['Fotnot 1', 'skola ett, skola'],
    ['Fotnot 2', 'annat'],
    ['Fotnot 3', 'skola två'],
    ['Fotnot 4', 'skola två'],
    ['Bild 1, beskrivningen', 'En skola i skog'],
    ['Bild 1, bildtexten', 'Vår skola'],
    ['Bild 2, beskrivningen', 'En skola'],
  ])
})

test('the chosen words of footnotes and images are replaced, and nothing beside them', () => {
  const doc = school()
  const chosen = find(doc, 'skola').filter((_, i) => i !== 0 && i !== 3)
  expect(replaceInNotes(doc, chosen, () => 'förskola', asText)).toEqual({ left: [], fault: null })
  expect(said(doc).map(([, text]) => text)).toEqual([
    'skola ett, förskola',
    'annat',
    'förskola två',
    'skola två',
    'En förskola i skog',
    'Vår förskola',
    'En förskola',
  ])
  expect(contentOf(doc).content[0]).toEqual(
    paragraph(words('Ett'), note('skola ett, förskola'), words(' och'), note('annat')),
  )
})

test('as a suggestion a footnote stands until it is settled, and an image is left as it is', () => {
  const doc = docWith(
    paragraph(words('Ett '), note('skola', { type: 'bold' }), words('.')),
    image('En skola'),
  )
  const before = contentOf(doc)
  expect(replaceInNotes(doc, find(doc, 'skola'), () => 'fritid', asSuggestion).fault).toBe(null)
  expect(contentOf(doc)).toEqual(before)
  const [one, ...others] = suggestionsIn(doc)
  expect(others).toEqual([])
  expect(one?.parts.map(part => part.mark.kind)).toEqual(['deletion', 'insertion'])
  expect(find(doc, 'skola')).toMatchObject([{ part: 'alt' }])
  expect(find(doc, 'fritid')).toEqual([])
  settle(doc, new Set([one?.id ?? '']), 'accept')
  expect(contentOf(doc).content).toEqual([
    paragraph(words('Ett '), note('fritid', { type: 'bold' }), words('.')),
    image('En skola'),
  ])
})

test('two footnotes of one paragraph are suggested each in its place', () => {
  const doc = docWith(paragraph(words('Ett'), note('skola ett'), words(' två'), note('skola två')))
  let begun = 0
  replaceInNotes(doc, find(doc, 'skola'), () => 'fritid', {
    kind: 'suggestion',
    begin: () => ({
      suggestion: `karin.${String(++begun).padStart(16, '0')}`,
      since: '1790000000000',
    }),
  })
  settle(doc, new Set(suggestionsIn(doc).map(({ id }) => id)), 'accept')
  expect(contentOf(doc).content).toEqual([
    paragraph(words('Ett'), note('fritid ett'), words(' två'), note('fritid två')),
  ])
})

test('what reads otherwise now, is gone, chosen twice or made up is left', () => {
  const doc = school()
  const [one, again, third, ...rest] = find(doc, 'skola')
  if (!one || !again || !third) throw new Error('not found')
  const [first] = textsIn(textFragment(doc))
  // the footnote's character goes, and its place is then that of what follows
  first?.delete(3, 1)
  replaceInNotes(doc, [third], () => 'fritid', asText)
  const forged = { ...third, place: 'x' }
  const last = rest.at(-1)
  const chosen = [one, again, third, forged, ...(last ? [last, last] : [])]
  const { left, fault } = replaceInNotes(doc, chosen, () => 'fritid', asText)
  expect(fault).toBe(null)
  expect(left).toEqual([one, again, third, forged, last])
  expect(said(doc).at(-1)).toEqual(['Bild 2, beskrivningen', 'En fritid'])
})

test('what would be too long, or empty, is named and nothing is written', () => {
  const doc = docWith(paragraph(note('skola')), image('En skola', 'skola'))
  const before = contentOf(doc)
  const chosen = find(doc, 'skola')
  expect(replaceInNotes(doc, chosen, () => '', asText).fault).toMatch(/^Fotnot 1 skulle bli tom/)
  expect(replaceInNotes(doc, chosen, () => 'x'.repeat(600), asText).fault).toMatch(
    /^Bild 1, beskrivningen skulle bli 603 tecken\. Högst 500/,
  )
  expect(contentOf(doc)).toEqual(before)
})

test('a line under an image that becomes empty is gone', () => {
  const doc = docWith(image('Skolan', 'skola'))
  const chosen = find(doc, 'skola').filter(({ part }) => part === 'caption')
  expect(replaceInNotes(doc, chosen, () => ' ', asText)).toEqual({ left: [], fault: null })
  expect(contentOf(doc).content).toEqual([image('Skolan')])
})
