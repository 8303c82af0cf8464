import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { figureCharacter } from '~/proposal/section-content'
import { inCaseOf, plainTextOf, wordsFound } from './find-words'
import { replaceWords, type Way } from './replace-words'
import { contentOf, docOf, firstUpdate, textFragment } from './section-doc'
import { settle } from './settle-suggestions'
import { suggestionsIn, textsIn } from './suggested-text'

const figure = { type: 'figure', attrs: { ref: 'gap.2025', format: 'tkr' } }
const words = (text: string, ...marks: object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const docWith = (...content: object[]): Y.Doc => docOf([firstUpdate({ type: 'doc', content })])

const asText: Way = { kind: 'text' }
const asSuggestion = (): Way => {
  let begun = 0
  return {
    kind: 'suggestion',
    begin: () => ({
      suggestion: `karin.${String(++begun).padStart(16, '0')}`,
      since: '1790000000000',
    }),
  }
}
const find = (doc: Y.Doc, q: string, ticked: { case?: 'on'; whole?: 'on' } = {}) =>
  wordsFound(doc, { q, ...ticked }, 500)
const plainOf = (doc: Y.Doc) => textsIn(textFragment(doc)).map(plainTextOf).join('\n')

test.each([
  ['skola', {}, 'Skolan och en skola', ['Skola', 'skola']],
  ['skola', { case: 'on' }, 'Skolan och en skola', ['skola']],
  ['skola', { whole: 'on' }, 'Skolan, skola-n och förskola', ['skola']],
  ['ÅR', {}, 'år och får', ['år', 'år']],
  ['3 %', {}, 'Målet är 2,3\u00A0%', ['3\u00A0%']],
  ['a.b*', {}, 'a.b* och aXbb', ['a.b*']],
  ['', {}, 'allt', []],
  ['  ', {}, 'allt  här', []],
] as const)('%j finds with %j in %j', (q, ticked, text, expected) => {
  const doc = docWith(paragraph(words(text)))
  expect(find(doc, q, ticked).map(one => one.words)).toEqual(expected)
})

test('a find shows what stands around it, and a figure as an ellipsis', () => {
  const doc = docWith(
    paragraph(words('Vi ger '), words(figureCharacter, figure), words(' till skolan i år')),
  )
  expect(find(doc, 'skolan')).toMatchObject([{ before: 'Vi ger … till ', after: ' i år' }])
})

test('nothing is found across a figure, nor in one', () => {
  const doc = docWith(paragraph(words('skol'), words(figureCharacter, figure), words('an')))
  expect(find(doc, 'skolan')).toEqual([])
  expect(find(doc, figureCharacter)).toEqual([])
})

test('a figure between two replaced words stays as it was', () => {
  const doc = docWith(
    paragraph(words('ger '), words(figureCharacter, figure), words(' och ger '), words('x')),
  )
  expect(replaceWords(doc, find(doc, 'ger'), () => 'lägger', asText)).toEqual([])
  expect(contentOf(doc).content).toEqual([
    paragraph(words('lägger '), words(figureCharacter, figure), words(' och lägger x')),
  ])
})

test('new words look as those that they replace', () => {
  const bold = { type: 'bold' }
  const doc = docWith(paragraph(words('en '), words('skola', bold), words(' till')))
  replaceWords(doc, find(doc, 'skola'), () => 'förskola', asText)
  expect(contentOf(doc).content).toEqual([
    paragraph(words('en '), words('förskola', bold), words(' till')),
  ])
})

test('what was typed in since is left; what moved is still found', () => {
  const doc = docWith(paragraph(words('skola och skola')))
  const chosen = find(doc, 'skola')
  const [text] = textsIn(textFragment(doc))
  text?.insert(2, 'X')
  text?.insert(0, 'Mer: ')
  expect(replaceWords(doc, chosen, () => 'fritid', asText)).toEqual([chosen[0]])
  expect(plainOf(doc)).toBe('Mer: skXola och fritid')
})

test('what is gone, chosen twice or made up is left', () => {
  const doc = docWith(paragraph(words('skola')), paragraph(words('skola')))
  const [first, second] = find(doc, 'skola')
  if (!first || !second) throw new Error('not found')
  textFragment(doc).delete(0, 1)
  const forged = [
    { ...second, words: 'annat' },
    { ...second, from: 'inget' },
    { ...second, words: figureCharacter },
    { from: '', to: '', words: '' },
  ]
  const chosen = [first, ...forged, second, second]
  expect(replaceWords(doc, chosen, () => 'fritid', asText)).toEqual([first, ...forged, second])
  expect(plainOf(doc)).toBe('fritid')
})

test('as suggestions the text stands, and each is settled by itself', () => {
  const doc = docWith(paragraph(words('en skola, två skola')))
  expect(replaceWords(doc, find(doc, 'skola'), () => 'fritid', asSuggestion())).toEqual([])
  expect(contentOf(doc).content).toEqual([paragraph(words('en skola, två skola'))])
  const [one, two] = suggestionsIn(doc)
  expect(one?.parts.map(part => [part.mark.kind, part.words])).toEqual([
    ['deletion', 'skola'],
    ['insertion', 'fritid'],
  ])
  settle(doc, new Set([one?.id ?? '']), 'accept')
  settle(doc, new Set([two?.id ?? '']), 'reject')
  expect(contentOf(doc).content).toEqual([paragraph(words('en fritid, två skola'))])
})

test('what somebody suggests already is not found again', () => {
  const doc = docWith(paragraph(words('skola')))
  replaceWords(doc, find(doc, 'skola'), () => 'skola', asSuggestion())
  expect(find(doc, 'skola')).toEqual([])
})

const letters = fc.stringMatching(/^[ab ]{0,12}$/)
const texts = fc.array(letters, { minLength: 1, maxLength: 4 })

test('replacing all is what replacing all in a string is, and accepting all suggestions the same', () => {
  fc.assert(
    fc.property(texts, fc.stringMatching(/^[ab]{1,2}$/), letters, (lines, q, put) => {
      const content = lines.map(line => (line ? paragraph(words(line)) : { type: 'paragraph' }))
      const expected = lines.map(line => line.replaceAll(q, put)).filter(Boolean)
      const direct = docWith(...content)
      replaceWords(direct, find(direct, q), () => put, asText)
      const suggested = docWith(...content)
      replaceWords(suggested, find(suggested, q), () => put, asSuggestion())
      const ids = suggestionsIn(suggested).map(({ id }) => id)
      settle(suggested, new Set(ids), 'accept')
      for (const doc of [direct, suggested])
        expect(plainOf(doc).split('\n').filter(Boolean)).toEqual(expected)
    }),
  )
})

test.each([
  ['skola', 'förskola', 'förskola'],
  ['Skola', 'förskola', 'Förskola'],
  ['Öppen', 'åter öppen', 'Åter öppen'],
  ['Skola', 'Förskola', 'Förskola'],
  ['skola', 'Förskola', 'Förskola'],
  ['KS', 'kommunstyrelsen', 'kommunstyrelsen'],
  ['Skola', '', ''],
  ['2025', 'nästa år', 'nästa år'],
])('in the place of %s, %s is written as %s', (words, put, written) => {
  expect(inCaseOf(words, put)).toBe(written)
})
