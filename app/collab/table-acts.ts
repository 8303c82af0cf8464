import type { Editor } from '@tiptap/core'
import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  findTable,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'

/** What is done with the table that the caret stands in. */
export type TableAct = 'add-row' | 'add-column' | 'delete-row' | 'delete-column' | 'delete-table'

/** The table of the selection and how large it is; null outside of tables. */
export function tableAt(state: EditorState) {
  return findTable(state.selection.$from)
}

/** A new table of two columns and two rows below its head, after the block of the caret or in the place of an empty one. */
export function insertTable(editor: Editor): void {
  const { state, view } = editor
  const { tr, doc, selection, schema } = state
  if (tableAt(state)) return
  const at = selection.$from.index(0)
  const block = doc.child(at)
  const start = blockStart(doc, at)
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0
  const place = isEmpty ? start : start + block.nodeSize
  const isLast = at === doc.childCount - 1
  tr.replaceWith(place, isEmpty ? place + block.nodeSize : place, [
    newTable(schema, 3, 2),
    // from a table at the end there would be no way on
    ...(isLast ? [schema.node('paragraph')] : []),
  ])
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1))).scrollIntoView())
  view.focus()
}

function blockStart(doc: Node, at: number): number {
  let start = 0
  for (let i = 0; i < at; i++) start += doc.child(i).nodeSize
  return start
}

function newTable(schema: Schema, rows: number, columns: number): Node {
  const row = (cell: string) =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: columns }, () => schema.node(cell, null, [schema.node('paragraph')])),
    )
  return schema.node(
    'table',
    null,
    Array.from({ length: rows }, (_, i) => row(i === 0 ? 'tableHeader' : 'tableCell')),
  )
}

const commands: Record<TableAct, Command> = {
  'add-row': addRowAfter,
  'add-column': addColumnAfter,
  'delete-row': deleteRow,
  'delete-column': deleteColumn,
  'delete-table': deleteTable,
}

/** Does it as one step that can be undone; the last row or column goes with its table. */
export function actOnTable(editor: Editor, act: TableAct): void {
  const { state, view } = editor
  if (!isInTable(state)) return
  commands[whole(state, act)](state, tr => {
    headFirstRows(tr)
    view.dispatch(tr.scrollIntoView())
  })
  view.focus()
}

/** A table without rows or columns is none. */
function whole(state: EditorState, act: TableAct): TableAct {
  const { map, top, bottom, left, right } = selectedRect(state)
  const goes =
    (act === 'delete-row' && top === 0 && bottom === map.height) ||
    (act === 'delete-column' && left === 0 && right === map.width)
  return goes ? 'delete-table' : act
}

/** The first row of a table heads it, and no other does. */
function headFirstRows(tr: EditorState['tr']): void {
  const { nodes } = tr.doc.type.schema
  tr.doc.forEach((table, start) => {
    if (table.type.name !== 'table') return
    table.forEach((row, rowStart, at) => {
      const type = nodes[at === 0 ? 'tableHeader' : 'tableCell']
      row.forEach((cell, cellStart) => {
        if (cell.type !== type) tr.setNodeMarkup(start + rowStart + cellStart + 2, type)
      })
    })
  })
}

/** Goes to the cell after or before; from the last one into a new row, where that may be made. */
export function nextCell(editor: Editor, step: 1 | -1, mayAdd: boolean): boolean {
  if (!isInTable(editor.state)) return false
  if (goToNextCell(step)(editor.state, editor.view.dispatch)) return true
  if (!mayAdd) return true
  addRowAfter(editor.state, editor.view.dispatch)
  goToNextCell(step)(editor.state, editor.view.dispatch)
  return true
}

/** Below a table that ends the text, and above one that begins it, a paragraph is made to go to. */
export function leaveTable(editor: Editor, step: 1 | -1): boolean {
  const { state, view } = editor
  const table = tableAt(state)
  if (!table || !(state.selection instanceof TextSelection)) return false
  const { map, top, bottom } = selectedRect(state)
  const atEdge = step > 0 ? bottom === map.height : top === 0
  const place = step > 0 ? table.pos + table.node.nodeSize : table.pos
  const isOutermost = place === (step > 0 ? state.doc.content.size : 0)
  if (!atEdge || !isOutermost || !view.endOfTextblock(step > 0 ? 'down' : 'up')) return false
  const tr = state.tr.insert(place, state.schema.node('paragraph'))
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place + 1))).scrollIntoView())
  return true
}

export function cellsIn(doc: Node): number {
  let cells = 0
  doc.descendants(({ type }) => {
    if (type.name === 'tableCell' || type.name === 'tableHeader') cells++
    return !type.isTextblock
  })
  return cells
}

/** Whether any of it is part of a table's structure, not of the words in a cell. */
export function holdsTable(content: Fragment): boolean {
  let found = false
  content.descendants(node => {
    found ||= node.type.spec.tableRole !== undefined
    return !found
  })
  return found
}
