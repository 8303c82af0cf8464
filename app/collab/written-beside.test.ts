import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  amina,
  copyOf,
  docWith,
  opened,
  paragraphs,
  sent,
  settled,
  suggest,
  wordsOf,
} from '../../tests/suggestions'
import { editorSchema } from './editor-schema'
import { keepWrittenBeside } from './written-beside'

const text = 'Vi vill satsa på skolan.'
const place = fc.integer({ min: 1, max: text.length + 1 })

/** Both take what the other has sent until neither has more to say. */
function exchange(a: Y.Doc, b: Y.Doc): void {
  for (let i = 0; i < 2; i++) {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  }
}

/** One suggests to take a stretch away (and to put words there), the other writes, neither having heard of it. */
function atOnce(from: number, to: number, put: string, at: number) {
  const doc = docWith(paragraphs(text))
  const a = opened(doc)
  const b = opened(doc)
  keepWrittenBeside(a.own, 'amina')
  const edit = suggest(a.state, amina, tr =>
    put ? tr.insertText(put, from, to) : tr.delete(from, to),
  )
  sent(a.own, a.mapping, edit.doc)
  sent(b.own, b.mapping, b.state.tr.insert(at, editorSchema.text('XYZ')).doc)
  exchange(a.own, b.own)
  return { a: a.own, b: b.own }
}

test('what another writes inside a deletion at the same moment stands, whatever is decided', () => {
  fc.assert(
    fc.property(place, place, place, fc.constantFrom('', 'förskolan'), (one, other, at, put) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      fc.pre(from < to)
      const { a, b } = atOnce(from, to, put, at)
      expect(Y.encodeStateVector(a)).toEqual(Y.encodeStateVector(b))
      for (const doc of [a, b]) {
        const before = text.slice(0, from - 1)
        const after = text.slice(to - 1)
        const accepted = wordsOf(settled(doc, 'accept'))
        expect(accepted.replace('XYZ', '')).toBe(before + put + after)
        expect(accepted).toContain('XYZ')
        const rejected = wordsOf(settled(doc, 'reject'))
        expect(rejected).toBe(`${text.slice(0, at - 1)}XYZ${text.slice(at - 1)}`)
      }
    }),
  )
})

test('without it such words would go with the deletion', () => {
  const doc = docWith(paragraphs(text))
  const [a, b] = [opened(doc), opened(doc)]
  sent(a.own, a.mapping, suggest(a.state, amina, tr => tr.delete(4, 14)).doc)
  sent(b.own, b.mapping, b.state.tr.insert(8, editorSchema.text('XYZ')).doc)
  exchange(a.own, b.own)
  expect(wordsOf(settled(a.own, 'accept'))).not.toContain('XYZ')
})

test('a deletion that comes whole, as when a page is opened, stays as it is', () => {
  const { a } = atOnce(4, 14, '', 1)
  const later = new Y.Doc()
  keepWrittenBeside(later, 'amina')
  Y.applyUpdate(later, Y.encodeStateAsUpdate(a))
  expect(Y.encodeStateAsUpdate(later)).toEqual(Y.encodeStateAsUpdate(copyOf(a)))
})

test('also after a time without a line', () => {
  const doc = docWith(paragraphs(text, 'Mer text.'))
  const [a, b] = [opened(doc), opened(doc)]
  keepWrittenBeside(a.own, 'amina')
  sent(a.own, a.mapping, suggest(a.state, amina, tr => tr.delete(2, text.length)).doc)
  let { state } = b
  for (const words of ['ett', 'två', 'tre']) {
    state = state.apply(state.tr.insert(9, editorSchema.text(words)))
    sent(b.own, b.mapping, state.doc)
  }
  exchange(a.own, b.own)
  for (const one of [a.own, b.own]) expect(wordsOf(settled(one, 'accept'))).toContain('tretvåett')
})
