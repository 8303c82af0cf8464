import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  amina,
  docWith,
  now,
  opened,
  paragraphs,
  sent,
  settled,
  suggest,
  wordsOf,
} from '../../tests/suggestions'
import { decoded } from './decoded-update'
import { touchesAsides } from './kept-marks'
import { Gate, type LetIn } from './suggest-only'

const words = 'ab a bb ab'
const act = fc.record({
  at: fc.nat(20),
  typed: fc.constantFrom('', 'a', 'b', ' ', 'ab', ' a'),
})

/** Beside a like character the editor's binding writes the second and marks the first. */
test.each<[string, (gate: Gate, frame: Uint8Array) => LetIn | null]>([
  ['a reviewer', (gate, frame) => gate.letInSuggestions(frame, 'amina', now)],
  ['a writer who suggests', (gate, frame) => gate.letIn(frame, 'amina', { suggestsAt: now })],
])(
  'what %s types beside the same character is a suggestion, and what stood there none',
  (_, judge) => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), acts => {
        const room = docWith(paragraphs(words))
        const gate = new Gate(room)
        for (const { at, typed } of acts) {
          const { own, mapping, state } = opened(room)
          const from = 1 + (at % state.doc.child(0).content.size)
          const { doc } = suggest(state, amina, tr =>
            typed ? tr.insertText(typed, from) : tr.delete(from, from + 1),
          )
          const frame = sent(own, mapping, doc)
          const letIn = judge(gate, frame)
          expect(letIn).not.toBeNull()
          Y.applyUpdate(room, frame)
          if (letIn?.mend) Y.applyUpdate(room, letIn.mend)
          expect(opened(room).state.doc.toJSON()).toEqual(doc.toJSON())
        }
        expect(wordsOf(settled(room, 'reject'))).toBe(words)
      }),
      { numRuns: 300 },
    )
  },
)

test('what a writer types beside the same character is text, and another’s suggestion keeps its words', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 4 }),
      fc.array(act, { minLength: 1, maxLength: 4 }),
      (suggestions, writing) => {
        const room = docWith(paragraphs(words))
        for (const { at, typed } of suggestions) {
          const { own, mapping, state } = opened(room)
          const from = 1 + (at % state.doc.child(0).content.size)
          const { doc } = suggest(state, amina, tr => tr.insertText(typed || 'b', from))
          Y.applyUpdate(room, sent(own, mapping, doc))
        }
        const gate = new Gate(room)
        for (const { at, typed } of writing) {
          const { own, mapping, state } = opened(room)
          const from = 1 + (at % state.doc.child(0).content.size)
          const goes = state.doc.nodeAt(from)
          if (!typed && goes?.marks.length) continue
          const { doc } = typed
            ? state.tr.insert(from, state.schema.text(typed))
            : state.tr.delete(from, from + 1)
          const frame = sent(own, mapping, doc)
          const mend = touchesAsides(decoded(frame), 'bo') && gate.letIn(frame, 'bo', {})?.mend
          Y.applyUpdate(room, frame)
          if (mend) Y.applyUpdate(room, mend)
          expect(opened(room).state.doc.toJSON()).toEqual(doc.toJSON())
        }
      },
    ),
    { numRuns: 300 },
  )
})
