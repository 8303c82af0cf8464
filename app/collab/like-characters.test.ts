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
