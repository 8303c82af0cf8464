import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { amina, now, opened, settled, suggested } from '../../tests/suggestions'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { statementOf } from '~/budget/statement'
import { checkPrintedTexts } from '~/proposal/check-printed-texts'
import { checkText } from '~/proposal/check-text'
import { compare } from '~/proposal/compare'
import { footnotesIn } from '~/proposal/footnotes'
import { noteCharacter } from '~/proposal/section-content'
import { Snapshot } from '~/proposal/snapshot'
import { textBlocks } from '~/proposal/text-blocks'
import { wordsIn } from '~/proposal/word-count'
import { editorSchema } from './editor-schema'
import { noteText, placedNotes } from './footnote-acts'
import { contentOf, docOf, firstUpdate, textFragment } from './section-doc'
import { Gate } from './suggest-only'
import { textsIn } from './suggested-text'

const words = (text: string) => ({ type: 'text', text })
const note = (text: string) => ({
  type: 'text',
  text: noteCharacter,
  marks: [{ type: 'footnote', attrs: { text } }],
})
const section = (...content: object[]): Y.Doc =>
  docOf([firstUpdate({ type: 'doc', content: [{ type: 'paragraph', content }] })])
const notesIn = (doc: Y.Doc): string[] =>
  textBlocks(contentOf(doc)).flatMap(({ content }) => footnotesIn(content))
const withText = (...content: object[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    sections: [
      {
        id: 'x',
        title: 'Skola',
        content: { type: 'doc', content: [{ type: 'paragraph', content }] },
      },
    ],
  })

describe('a footnote', () => {
  test('survives the way into a document and back, also beside an equal one', () => {
    const doc = section(
      words('Vi vill'),
      note('Källa.'),
      note('Källa.'),
      words(' mer'),
      note('En annan.'),
    )
    expect(notesIn(doc)).toEqual(['Källa.', 'Källa.', 'En annan.'])
    expect(
      placedNotes(opened(doc).state.doc).map(({ number, text }) => `${number} ${text}`),
    ).toEqual(['1 Källa.', '2 Källa.', '3 En annan.'])
  })

  test('is its character alone, and the character without one is a word like others', () => {
    const doc = section(words('Vi'))
    const [text] = textsIn(textFragment(doc))
    text?.insert(2, `a${noteCharacter}b`, { footnote: { text: 'Not.' } })
    text?.insert(0, noteCharacter, { footnote: null })
    expect(notesIn(doc)).toEqual(['Not.'])
    const [block] = textBlocks(contentOf(doc))
    expect(block?.content.map(one => (one.type === 'text' ? one.text : ''))).toEqual([
      `${noteCharacter}Vi`,
      noteCharacter,
    ])
  })

  test.each([
    ['  två\nrader  ', 'två rader'],
    ['   ', null],
    ['x'.repeat(3000), 'x'.repeat(2000)],
  ])('typed as %j is kept on one line', (typed, kept) => {
    expect(noteText(typed)).toBe(kept)
  })

  test('can be suggested, and suggested away', () => {
    const doc = section(words('Vi vill'), note('Källa.'))
    const added = suggested(doc, amina, tr =>
      tr.insert(
        3,
        editorSchema.text(noteCharacter, [editorSchema.mark('footnote', { text: 'Ny.' })]),
      ),
    )
    expect(new Gate(doc).letInSuggestions(added, 'amina', now)).toEqual({ mend: null })
    Y.applyUpdate(doc, added)
    expect(notesIn(doc)).toEqual(['Källa.'])
    expect(notesIn(settled(doc, 'accept'))).toEqual(['Ny.', 'Källa.'])
    const other = section(words('Vi vill'), note('Källa.'))
    Y.applyUpdate(
      other,
      suggested(other, amina, tr => tr.delete(8, 9)),
    )
    expect(notesIn(settled(other, 'accept'))).toEqual([])
    expect(notesIn(settled(other, 'reject'))).toEqual(['Källa.'])
  })

  test('counts with its words, and is compared by them', () => {
    const before = withText(words('Vi vill'), note('Källa ett.'))
    const after = withText(words('Vi vill'), note('Källa två.'))
    expect(before.sections.map(({ content }) => wordsIn(content))).toEqual([4])
    const [difference] = compare(before, after).sections
    const [line] = difference?.lines ?? []
    const changed = line?.pieces.filter(({ change }) => change !== 'same') ?? []
    expect(changed.map(({ text }) => text).join(' ')).toMatch(/ett.*två/)
  })

  test('is warned of where it has an amount, or somebody’s address', () => {
    const snapshot = withText(words('Vi vill'), note('Enligt kim@example.org kostar det 12 mnkr.'))
    const statement = statementOf(snapshot.framework, snapshot.amendments)
    const inText = checkText(snapshot, statement).filter(({ place }) => place === 'section:x')
    expect(inText).toMatchObject([
      { id: 'C05', severity: 'warning', message: expect.stringContaining('12 mnkr') },
    ])
    expect(checkPrintedTexts(snapshot)).toContainEqual(
      expect.objectContaining({ id: 'C32', place: 'section:x' }),
    )
  })
})
