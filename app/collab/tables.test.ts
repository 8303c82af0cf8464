import { EditorState } from '@tiptap/pm/state'
import { addRowAfter, deleteColumn } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { amina, now, opened, sent, settled, suggest, suggested } from '../../tests/suggestions'
import { paragraph, tableOf } from '../../tests/written'
import { textBlocks } from '~/proposal/text-blocks'
import { wordsIn } from '~/proposal/word-count'
import { editorSchema } from './editor-schema'
import { proposal } from './propose'
import { contentOf, docOf, firstUpdate, textFragment } from './section-doc'
import { Gate } from './suggest-only'

const table = tableOf(['Nämnd', 'Platser'], ['Barn', '120'], ['Äldre', '40'])
const docFrom = (...content: object[]): Y.Doc => docOf([firstUpdate({ type: 'doc', content })])
const cellsIn = (doc: Y.Doc): string[] =>
  textBlocks(contentOf(doc)).map(({ content }) =>
    content.map(node => (node.type === 'text' ? node.text : '/')).join(''),
  )

describe('a table', () => {
  test('survives the way into a document and back, and its words count', () => {
    const content = contentOf(docFrom(table))
    expect(content.content).toEqual([table])
    expect(wordsIn(content)).toBe(6)
  })

  test('is of one width in a snapshot, and headed by its first row', () => {
    const doc = docFrom(table)
    const rows = textFragment(doc).get(0)
    if (rows instanceof Y.XmlElement) {
      const second = rows.get(1)
      if (second instanceof Y.XmlElement) second.delete(1, 1)
      rows.delete(0, 1)
    }
    expect(contentOf(doc).content).toEqual([tableOf(['Barn', ''], ['Äldre', '40'])])
  })

  test('without a cell left is none', () => {
    const doc = docFrom(table, paragraph('Efter'))
    const rows = textFragment(doc).get(0)
    if (rows instanceof Y.XmlElement)
      for (const row of rows.toArray()) if (row instanceof Y.XmlElement) row.delete(0, row.length)
    expect(contentOf(doc).content).toEqual([paragraph('Efter')])
  })
})

describe('in a table', () => {
  test('words are suggested as elsewhere', () => {
    const doc = docFrom(table)
    const { state } = opened(doc)
    let at = 0
    state.doc.descendants((node, pos) => {
      if (node.text === '120') at = pos
    })
    const update = suggested(doc, amina, tr => tr.insertText('130', at, at + 3))
    expect(new Gate(doc).letInSuggestions(update, 'amina', now)).toEqual({ mend: null })
    Y.applyUpdate(doc, update)
    expect(cellsIn(settled(doc, 'reject'))).toContain('120')
    expect(cellsIn(settled(doc, 'accept'))).toContain('130')
  })

  test.each([
    ['of several cells', 12, 47],
    ['over all of the table', 2, 67],
  ])('words taken away %s leave every cell', (_, from, to) => {
    const doc = docFrom(paragraph('Före'), table, paragraph('Efter'))
    const { state } = opened(doc)
    const tr = suggest(state, amina, one => one.deleteRange(from + 1, to))
    const { own, mapping } = opened(doc)
    Y.applyUpdate(doc, sent(own, mapping, tr.doc))
    const accepted = settled(doc, 'accept')
    expect(cellsIn(accepted)).toHaveLength(8)
    editorSchema.nodeFromJSON({ type: 'doc', content: contentOf(accepted).content }).check()
    expect(cellsIn(settled(doc, 'reject'))).toEqual(
      cellsIn(docFrom(paragraph('Före'), table, paragraph('Efter'))),
    )
  })

  test.each([
    ['a new row', addRowAfter],
    ['a column taken away', deleteColumn],
  ])('%s cannot be suggested', (_, command) => {
    const { state } = opened(docFrom(table))
    const inside = state.apply(
      state.tr.setSelection(EditorState.create({ doc: state.doc }).selection),
    )
    let typed = inside.tr
    command(inside, tr => (typed = tr))
    expect(typed.docChanged).toBe(true)
    expect(proposal(typed, inside, amina)).toBeNull()
  })

  test('a pasted table cannot be suggested', () => {
    const { state } = opened(docFrom(paragraph('a')))
    expect(proposal(state.tr.insert(0, editorSchema.nodeFromJSON(table)), state, amina)).toBeNull()
  })
})
