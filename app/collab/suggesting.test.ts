import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  amina,
  bo,
  docWith,
  now,
  opened,
  paragraphs,
  sent,
  settled,
  suggest,
  suggested,
  wordsOf,
} from '../../tests/suggestions'
import { figureCharacter } from '~/proposal/section-content'
import { editorSchema } from './editor-schema'
import { proposal, proposeKind } from './propose'
import { contentOf, docOf } from './section-doc'
import { settle } from './settle-suggestions'
import { Gate } from './suggest-only'
import { suggestionsIn } from './suggested-text'
import { wordingOf } from './suggestion'

const words = fc.constantFrom('a', 'bo', 'cykel ', ' å', 'ett två', figureCharacter, '\n')
const run = fc.record({ words, bold: fc.boolean() })
const line = fc.array(run, { maxLength: 4 })
type Line = { words: string; bold: boolean }[]

function inline(runs: Line): Node[] {
  return runs.map(({ words: text, bold }) => {
    if (text === '\n') return editorSchema.node('hardBreak')
    const figure = { ref: 'frame.BUN.2025.change', format: 'tkr' }
    const marks =
      text === figureCharacter
        ? [editorSchema.mark('figure', figure)]
        : bold
          ? [editorSchema.mark('bold')]
          : []
    return editorSchema.text(text, marks)
  })
}
const paragraph = (runs: Line) => editorSchema.node('paragraph', null, inline(runs))
const block = fc.oneof(
  line.map(paragraph),
  line.map(runs => editorSchema.node('heading', { level: 2 }, inline(runs))),
  fc.array(line, { minLength: 1, maxLength: 3 }).map(lines =>
    editorSchema.node(
      'bulletList',
      null,
      lines.map(runs => editorSchema.node('listItem', null, [paragraph(runs)])),
    ),
  ),
)
const section = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map(blocks => editorSchema.node('doc', null, blocks))

const act = fc.record({
  kind: fc.constantFrom('delete', 'replace', 'insert', 'split', 'join', 'mark', 'unmark', 'chip'),
  from: fc.nat(),
  to: fc.nat(),
})
type Act = { kind: string; from: number; to: number }

/** A place where text can stand. */
function placeIn(doc: Node, wanted: number): number | null {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) for (let i = 0; i <= node.content.size; i++) places.push(pos + 1 + i)
  })
  return places[wanted % places.length] ?? null
}

/** The act as an editor does it; null where the text has no place for it. */
function carriedOut(state: EditorState, { kind, from: a, to: b }: Act): Transaction | null {
  const [one, other] = [placeIn(state.doc, a), placeIn(state.doc, b)]
  if (one === null || other === null) return null
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  const { tr } = state
  const $from = state.doc.resolve(from)
  const $to = state.doc.resolve(to)
  const figure = editorSchema.mark('figure', { ref: 'gap.2025', format: 'tkr' })
  switch (kind) {
    case 'insert':
      return tr.insert(from, editorSchema.text('NY', $from.marks()))
    case 'delete':
    case 'replace': {
      // between blocks of different depth an editor has more than one answer
      if (from === to || $from.depth !== $to.depth) return null
      if (!$from.sameParent($to) && $from.node(1).type !== $to.node(1).type) return null
      tr.delete(from, to)
      return kind === 'delete' ? tr : tr.insert(from, editorSchema.text('NY'))
    }
    case 'chip':
      return tr.replaceWith(from, from, editorSchema.text(figureCharacter, [figure]))
    case 'split':
      return tr.split(from, $from.depth === 1 ? 1 : 2)
    case 'join': {
      const before = $from.before($from.depth === 1 ? 1 : 2)
      const depth = $from.depth === 1 ? 1 : 2
      if (!canJoin(state.doc, before)) return null
      if (state.doc.resolve(before).nodeBefore?.type !== $from.node(depth).type) return null
      return depth === 1
        ? tr.join(before)
        : tr.replace(before - 2, before + 2, new Slice(Fragment.empty, 0, 0))
    }
    case 'mark':
      return from === to ? null : tr.addMark(from, to, editorSchema.mark('bold'))
    case 'unmark':
      return from === to ? null : tr.removeMark(from, to, editorSchema.mark('bold'))
  }
  return null
}

describe('a suggestion', () => {
  test('reads, accepted, as if it had been typed, and rejected, as if never made', () => {
    let runs = 0
    fc.assert(
      fc.property(section, act, (node, done) => {
        const doc = docWith(node)
        const { own, mapping, state } = opened(doc)
        const typed = carriedOut(state, done)
        if (!typed?.docChanged) return
        const suggested = proposal(typed, state, amina)
        expect(suggested).not.toBeNull()
        if (!suggested) return
        const update = sent(own, mapping, suggested.doc)
        expect(new Gate(doc).letInSuggestions(update, 'amina', now)).toEqual({ mend: null })
        const after = docOf([Y.encodeStateAsUpdate(doc), update])
        expect(contentOf(after)).toEqual(contentOf(doc))
        expect(contentOf(settled(after, 'reject'))).toEqual(contentOf(doc))
        expect(contentOf(settled(after, 'accept'))).toEqual(contentOf(docWith(typed.doc)))
        runs++
      }),
      { numRuns: Number(process.env.SUGGESTION_RUNS ?? 500) },
    )
    expect(runs).toBeGreaterThan(250)
  })

  test('is one while a word is typed, and its author’s to change', () => {
    const open = opened(docWith(paragraphs('Vi vill satsa.')))
    let { state } = open
    for (const letter of ['m', 'e', 'r'])
      state = state.apply(suggest(state, amina, tr => tr.insertText(letter, state.selection.from)))
    expect(state.doc.textContent).toBe('merVi vill satsa.')
    state = state.apply(suggest(state, amina, tr => tr.delete(2, 4)))
    expect(state.doc.textContent).toBe('mVi vill satsa.')
    const [only, ...others] = suggestionsIn(docWith(state.doc))
    expect(others).toEqual([])
    expect(only).toMatchObject({ authorId: 'amina', parts: [{ words: 'm' }] })
  })

  test('of two who suggest at once is never the other’s to settle', () => {
    const doc = docWith(paragraphs('Vi vill satsa.'))
    const [a, b] = [
      suggested(doc, amina, tr => tr.delete(1, 3)),
      suggested(doc, bo, tr => tr.delete(9, 15)),
    ]
    Y.applyUpdate(doc, a)
    Y.applyUpdate(doc, b)
    const [first, second] = suggestionsIn(doc)
    expect([first?.authorId, second?.authorId]).toEqual(['amina', 'bo'])
    settle(doc, new Set([first?.id ?? '']), 'accept')
    expect(suggestionsIn(doc)).toEqual([second])
    expect(wordsOf(doc)).toBe(' vill satsa.')
  })

  test('reads otherwise once somebody has typed inside it', () => {
    const doc = docWith(paragraphs('Vi vill satsa.'))
    Y.applyUpdate(
      doc,
      suggested(doc, amina, tr => tr.delete(1, 15)),
    )
    const wording = suggestionsIn(doc).map(wordingOf)
    const { own, mapping, state } = opened(doc)
    Y.applyUpdate(doc, sent(own, mapping, state.tr.insert(4, editorSchema.text('inte ')).doc))
    expect(suggestionsIn(doc).map(wordingOf)).not.toEqual(wording)
    settle(doc, new Set(suggestionsIn(doc).map(({ id }) => id)), 'accept')
    expect(wordsOf(doc)).toBe('inte ')
  })

  test('is accepted beside what others type at the same time', () => {
    const doc = docWith(paragraphs('Vi vill satsa på skolan.'))
    Y.applyUpdate(
      doc,
      suggested(doc, amina, tr => tr.insertText('förskolan', 18, 24)),
    )
    const { own, mapping, state } = opened(doc)
    const typing = sent(own, mapping, state.tr.insertText('verkligen ', 4).doc)
    settle(doc, new Set(suggestionsIn(doc).map(({ id }) => id)), 'accept')
    Y.applyUpdate(doc, typing)
    expect(wordsOf(doc)).toBe('Vi verkligen vill satsa på förskolan.')
  })

  test('that a paragraph become a heading changes it when it is accepted', () => {
    const doc = docWith(paragraphs('Skolan', 'text'))
    const { own, mapping, state } = opened(doc)
    const update = sent(own, mapping, proposeKind(state, amina, 'become:heading2').doc)
    expect(new Gate(doc).letInSuggestions(update, 'amina', now)).toEqual({ mend: null })
    Y.applyUpdate(doc, update)
    expect(contentOf(settled(doc, 'reject'))).toEqual(
      contentOf(docWith(paragraphs('Skolan', 'text'))),
    )
    expect(contentOf(settled(doc, 'accept')).content[0]).toMatchObject({
      type: 'heading',
      attrs: { level: 2 },
    })
  })

  test('of a list or a quote cannot be made', () => {
    const { state } = opened(docWith(paragraphs('a')))
    const wrapped = state.tr.wrap(state.doc.resolve(1).blockRange() ?? expect.unreachable(), [
      { type: editorSchema.nodes.blockquote ?? expect.unreachable() },
    ])
    expect(proposal(wrapped, state, amina)).toBeNull()
  })
})
