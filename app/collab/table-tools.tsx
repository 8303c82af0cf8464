import type { Editor } from '@tiptap/core'
import { actOnTable, insertTable, type TableAct } from './table-acts'
import { Tool } from './tool'

const acts: readonly (readonly [TableAct, string])[] = [
  ['add-row', 'Rad under'],
  ['add-column', 'Kolumn efter'],
  ['delete-row', 'Ta bort raden'],
  ['delete-column', 'Ta bort kolumnen'],
  ['delete-table', 'Ta bort tabellen'],
]

/** Makes a table, or changes the one that the caret stands in. */
export function TableTools({ editor, inTable }: { editor: Editor; inTable: boolean }) {
  if (!inTable) return <Tool onClick={() => insertTable(editor)}>Tabell</Tool>
  return (
    <span className="mode" role="group" aria-label="Tabell">
      {acts.map(([act, name]) => (
        <Tool key={act} onClick={() => actOnTable(editor, act)}>
          {name}
        </Tool>
      ))}
    </span>
  )
}
