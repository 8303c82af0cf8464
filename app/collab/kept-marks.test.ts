import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  amina,
  bo,
  copyOf,
  docWith,
  now,
  opened,
  paragraphs,
  sent,
  suggest,
  wordsOf,
} from '../../tests/suggestions'
import { decoded } from './decoded-update'
import { editorSchema } from './editor-schema'
import { touchesAsides } from './kept-marks'
import { settle } from './settle-suggestions'
import { Gate, type LetIn } from './suggest-only'
import { suggestionsIn } from './suggested-text'
import type { Proposer } from './propose'

const act = fc.record({
  kind: fc.constantFrom(
    'insert',
    'delete',
    'bold',
    'comment',
    'suggest',
    'suggest-delete',
    'accept',
    'reject',
  ),
  at: fc.nat(40),
  length: fc.integer({ min: 1, max: 4 }),
})
type Act = { kind: string; at: number; length: number }

/** Each written character stands once in the world, so that its marks can be told. */
let next = 0
const signAt = (number: number): string => String.fromCodePoint(0x4e00 + number)

/** The update that the act makes in a member's own copy. */
function done(doc: Y.Doc, { kind, at, length }: Act, who: Proposer): Uint8Array {
  if (kind === 'accept' || kind === 'reject') {
    const own = copyOf(doc)
    const before = Y.encodeStateVector(own)
    const all = suggestionsIn(own)
    const one = all[at % Math.max(1, all.length)]
    if (one) settle(own, new Set([one.id]), kind)
    return Y.encodeStateAsUpdate(own, before)
  }
  const { own, mapping, state } = opened(doc)
  const size = state.doc.child(0).content.size
  const from = 1 + (at % (size + 1))
  const to = Math.min(from + length, size + 1)
  const { tr } = state
  const signs = Array.from({ length }, () => signAt(next++))
  const text = editorSchema.text(signs.join(''))
  if (kind === 'insert') return sent(own, mapping, tr.insert(from, text).doc)
  if (kind === 'suggest')
    return sent(own, mapping, suggest(state, who, t => t.insert(from, text)).doc)
  if (from === to) return sent(own, mapping, state.doc)
  if (kind === 'delete') return sent(own, mapping, tr.delete(from, to).doc)
  if (kind === 'suggest-delete')
    return sent(own, mapping, suggest(state, who, t => t.delete(from, to)).doc)
  const mark =
    kind === 'bold'
      ? editorSchema.mark('bold')
      : editorSchema.mark('comment', { threadId: `t${at}` })
  return sent(own, mapping, tr.addMark(from, to, mark).doc)
}

/** The marks of each written character, but those of Amina's suggestions; two of one kind have no order. */
function marksOf(doc: Y.Doc): Map<string, string[]> {
  const marks = new Map<string, string[]>()
  opened(doc).state.doc.descendants(node => {
    const others = node.marks
      .filter(({ attrs }) => !String(attrs.suggestion).startsWith('amina'))
      .map(mark => JSON.stringify(mark.toJSON()))
      .toSorted()
    for (const sign of node.text ?? '') if (sign >= '\u4e00') marks.set(sign, others)
  })
  return marks
}

test.each<[string, (gate: Gate, frame: Uint8Array) => LetIn | null]>([
  ['somebody', (gate, frame) => gate.letInSuggestions(frame, 'amina', now)],
  ['a writer who suggests', (gate, frame) => gate.letIn(frame, 'amina', { suggestsAt: now })],
])(
  'what %s writes on to their suggestion stays one, whatever others do there meanwhile',
  (_, judge) => {
    const writingOn = fc.array(
      fc.record({ at: fc.nat(10), length: fc.integer({ min: 1, max: 3 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(writingOn, fc.array(act, { minLength: 1, maxLength: 3 }), (away, meanwhile) => {
        next = 0
        const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
        const gate = new Gate(doc)
        const begun = done(doc, { kind: 'suggest', at: 3, length: 3 }, amina)
        expect(judge(gate, begun)).not.toBeNull()
        Y.applyUpdate(doc, begun)
        const own = copyOf(doc)
        const first = next
        let length = 3
        for (const one of away) {
          const at = 3 + (one.at % (length + 1))
          Y.applyUpdate(own, done(own, { ...one, kind: 'suggest', at }, amina))
          length += one.length
        }
        const brought = { from: signAt(first), to: signAt(next) }
        for (const one of meanwhile) Y.applyUpdate(doc, done(doc, { ...one, at: one.at % 8 }, bo))
        const frame = Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc))
        const letIn = judge(gate, frame)
        expect(letIn).not.toBeNull()
        Y.applyUpdate(doc, frame)
        if (letIn?.mend) Y.applyUpdate(doc, letIn.mend)
        opened(doc).state.doc.descendants(({ text = '', marks }) => {
          if ([...text].some(sign => sign >= brought.from && sign < brought.to))
            expect(marks.map(({ type }) => type.name)).toContain('insertion')
        })
      }),
      { numRuns: 300 },
    )
  },
)

const suggesting = act.map(one => ({
  ...one,
  kind: one.kind.includes('delete') ? 'suggest-delete' : 'suggest',
}))

test('what a writer writes where a suggestion is being accepted opens it anew for nobody', () => {
  const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
  Y.applyUpdate(doc, done(doc, { kind: 'suggest', at: 0, length: 2 }, bo))
  const frame = done(doc, { kind: 'insert', at: 1, length: 1 }, amina)
  Y.applyUpdate(doc, done(doc, { kind: 'accept', at: 0, length: 1 }, bo))
  const forgotten = copyOf(doc)
  Y.applyUpdate(forgotten, frame)
  expect(suggestionsIn(forgotten)).toHaveLength(1)

  expect(touchesAsides(decoded(frame), 'amina')).toBe(true)
  const mend = new Gate(doc).letIn(frame, 'amina', {})?.mend
  // as the room has it: what mends waits for the frame
  Y.applyUpdate(doc, mend ?? expect.unreachable())
  Y.applyUpdate(doc, frame)
  expect(suggestionsIn(doc)).toEqual([])
  expect(wordsOf(doc)).toMatch(/^...Vi vill satsa på skolan\.$/)
})

test('a mark that an editor only wrote anew, bringing no words, is put back', () => {
  const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
  const before: Act[] = [
    { kind: 'insert', at: 0, length: 4 },
    { kind: 'bold', at: 3, length: 2 },
    { kind: 'suggest-delete', at: 30, length: 4 },
  ]
  for (const one of before) Y.applyUpdate(doc, done(doc, one, bo))
  const frame = done(copyOf(doc), { kind: 'suggest-delete', at: 0, length: 1 }, amina)
  Y.applyUpdate(doc, done(doc, { kind: 'accept', at: 0, length: 1 }, bo))
  const letIn = new Gate(doc).letInSuggestions(frame, 'amina', now)
  Y.applyUpdate(doc, frame)
  Y.applyUpdate(doc, letIn?.mend ?? expect.unreachable())
  expect(opened(doc).state.doc.rangeHasMark(2, 20, editorSchema.mark('bold').type)).toBe(false)
})

test('what somebody suggested off line is let in, whatever the others did meanwhile', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 4 }),
      fc.array(act, { maxLength: 4, minLength: 1 }),
      fc.array(suggesting, { minLength: 1, maxLength: 3 }),
      (before, meanwhile, away) => {
        next = 0
        const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
        for (const one of before) Y.applyUpdate(doc, done(doc, one, bo))
        const own = copyOf(doc)
        for (const one of away) Y.applyUpdate(own, done(own, one, amina))
        for (const one of meanwhile) Y.applyUpdate(doc, done(doc, one, bo))
        const frame = Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc))
        const marked = marksOf(doc)
        const letIn = new Gate(doc).letInSuggestions(frame, 'amina', now)
        expect(letIn).not.toBeNull()
        if (!letIn) return
        Y.applyUpdate(doc, frame)
        if (letIn.mend) Y.applyUpdate(doc, letIn.mend)
        const after = marksOf(doc)
        for (const [sign, marks] of marked) expect(after.get(sign)).toEqual(marks)
      },
    ),
    { numRuns: 300 },
  )
})
