import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { editorSchema } from './editor-schema'
import { promiseAt, promisesIn, wordsToMark } from './promise-mark'
import { contentOf, docOf, firstUpdate } from './section-doc'

const paid = { amendment: 'a1', measure: 'm1' }
const within = { amendment: null, measure: null }
const text = (words: string, attrs: object | null = null, ...looks: string[]) => ({
  type: 'text',
  text: words,
  marks: [...looks.map(type => ({ type })), ...(attrs ? [{ type: 'promise', attrs }] : [])],
})
const doc = (...content: object[]) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content }],
})

function stateOf(content: object, from: number, to = from): EditorState {
  const state = EditorState.create({ doc: editorSchema.nodeFromJSON(content) })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

test('what is marked in the editor stands in the snapshot, with what it is bound to', () => {
  const written = doc(text('Fler', paid), text(' och '), text('bättre', within))
  expect(contentOf(docOf([firstUpdate(written)]))).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [text('Fler', paid), { type: 'text', text: ' och ' }, text('bättre', within)],
      },
    ],
  })
})

test.each([
  ['an id that is no text', { amendment: 7, measure: 'm1' }],
  ['an id that is too long', { amendment: 'a'.repeat(61), measure: null }],
])('a promise with %s is left out of the snapshot', (_, attrs) => {
  expect(contentOf(docOf([firstUpdate(doc(text('Fler', attrs)))])).content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'Fler' }] },
  ])
})

describe('where the promises are', () => {
  const written = doc(text('Fler ', paid), text('lärare', paid, 'bold'), text('. Slut.'))
  test('bold divides none', () => {
    expect(promisesIn(stateOf(written, 1).doc)).toEqual([{ from: 1, to: 12, pledge: paid }])
  })
  test('two beside each other are two', () => {
    const two = doc(text('Fler', paid), text('lärare', within))
    expect(promisesIn(stateOf(two, 1).doc)).toHaveLength(2)
  })
  test.each([
    [3, 3, true],
    [1, 12, true],
    [14, 14, false],
    [3, 15, false],
  ])('from %i to %i stands in one: %s', (from, to, inside) => {
    expect(promiseAt(stateOf(written, from, to)) !== null).toBe(inside)
  })
})

describe('what a press marks', () => {
  const written = doc(text('Ett löfte. Två löften? Slut.'))
  test.each<[string, number, number, string | null]>([
    ['what is selected', 5, 10, 'löfte'],
    ['the sentence of the caret', 3, 3, 'Ett löfte.'],
    ['the second one', 14, 14, 'Två löften?'],
    ['the last one', 29, 29, 'Slut.'],
  ])('%s', (_, from, to, words) => {
    const state = stateOf(written, from, to)
    const range = wordsToMark(state)
    expect(range && state.doc.textBetween(range.from, range.to)).toBe(words)
  })
  test('nothing in an empty paragraph', () => {
    expect(wordsToMark(stateOf({ type: 'doc', content: [{ type: 'paragraph' }] }, 1))).toBeNull()
  })
})
