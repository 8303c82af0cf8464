import { EditorState, TextSelection } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { amina, copyOf, docWith, now, paragraphs } from '../../tests/suggestions'
import { editorSchema } from './editor-schema'
import { proposal } from './propose'
import { asWritten, contentOf, textFragment } from './section-doc'
import { settle, type Verdict } from './settle-suggestions'
import { Gate } from './suggest-only'
import { suggestionsIn } from './suggested-text'
import { keepWrittenBeside } from './written-beside'

type Act = { readonly kind: 'write' | 'delete'; readonly at: number; readonly length: number }

const signs = (from: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + from + i)).join('')

/** A room with a writer in it, and the page of a reviewer, between whom each frame waits until it is let on. */
function slowLine() {
  const room = docWith(paragraphs('Vi vill satsa.'))
  const gate = new Gate(room)
  const page = asWritten(copyOf(room))
  const toRoom: Uint8Array[] = []
  const toPage: Uint8Array[] = []
  let refused = 0
  let written = 0
  page.on('update', (update: Uint8Array, _origin: unknown, _doc: unknown, { local }) => {
    if (local) toRoom.push(update)
  })
  room.on('update', (update: Uint8Array) => toPage.push(update))
  keepWrittenBeside(page, 'amina')

  function send() {
    const frame = toRoom.shift()
    const letIn = frame && gate.letInSuggestions(frame, 'amina', now)
    if (frame && !letIn) refused++
    if (!frame || !letIn) return
    Y.applyUpdate(room, frame)
    if (letIn.mend) Y.applyUpdate(room, letIn.mend)
  }

  function hear() {
    const update = toPage.shift()
    if (update) Y.applyUpdate(page, update)
  }

  function suggest({ kind, at, length }: Act) {
    const { doc, mapping } = initProseMirrorDoc(textFragment(page), editorSchema)
    const size = doc.child(0).content.size
    const from = 1 + (at % (size + 1))
    const to = Math.min(from + length, size + 1)
    const fresh = EditorState.create({ doc })
    const state = fresh.apply(fresh.tr.setSelection(TextSelection.create(doc, from)))
    if (kind === 'delete' && from === to) return
    const { tr } = state
    if (kind === 'delete') tr.delete(from, to)
    else tr.insert(from, editorSchema.text(signs(written, length)))
    written += length
    const made = proposal(tr, state, amina) ?? expect.unreachable()
    updateYFragment(page, textFragment(page), made.doc, { mapping, isOMark: new Map() })
  }

  /** The writer decides on one suggestion. */
  function decide(verdict: Verdict, at: number) {
    const all = suggestionsIn(room)
    const one = all[at % Math.max(1, all.length)]
    if (one) settle(room, new Set([one.id]), verdict)
  }

  return {
    room,
    page,
    send,
    hear,
    suggest,
    decide,
    refused: () => refused,
    quiet: () => toRoom.length + toPage.length === 0,
  }
}

/** What stands, with all that is suggested left out. */
const standing = (doc: Y.Doc): string =>
  JSON.stringify(contentOf(doc))
    .match(/[\u4e00-\u9fff]|Vi|vill|satsa/g)
    ?.join('') ?? ''

const step = fc.oneof(
  { weight: 3, arbitrary: act('write', 4) },
  // over several an editor writes anew what stands between them, and then nobody can tell what was meant
  { weight: 2, arbitrary: act('delete', 1) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept', 'reject'),
      at: fc.nat(5),
      length: fc.constant(0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('send', 'hear'),
      at: fc.constant(0),
      length: fc.constant(0),
    }),
  },
)

function act(kind: Act['kind'], most: number) {
  return fc.record({
    kind: fc.constant(kind),
    at: fc.nat(40),
    length: fc.integer({ min: 1, max: most }),
  })
}

test('what a reviewer does before they hear what a writer decided is taken, and what was decided stands', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), steps => {
      const line = slowLine()
      let decided = standing(line.room)
      for (const { kind, at, length } of steps) {
        if (kind === 'send') line.send()
        else if (kind === 'hear') line.hear()
        else if (kind === 'write' || kind === 'delete') line.suggest({ kind, at, length })
        else {
          line.decide(kind, at)
          decided = standing(line.room)
        }
      }
      while (!line.quiet()) {
        line.send()
        line.hear()
      }
      expect(line.refused()).toBe(0)
      expect(standing(line.room)).toBe(decided)
      expect(standing(line.page)).toBe(decided)
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
})

test('what a reviewer takes back of their own as it is accepted stands, and is suggested to go', () => {
  const line = slowLine()
  line.suggest({ kind: 'write', at: 0, length: 3 })
  line.send()
  line.hear()
  line.decide('accept', 0)
  line.suggest({ kind: 'delete', at: 0, length: 3 })
  while (!line.quiet()) {
    line.send()
    line.hear()
  }
  for (const doc of [line.room, line.page])
    expect(
      suggestionsIn(doc).map(({ authorId, parts }) => [
        authorId,
        ...parts.map(({ mark, words }) => [mark.kind, words]),
      ]),
    ).toEqual([['amina', ['deletion', signs(0, 3)]]])
})
