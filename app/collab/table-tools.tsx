import type { Editor } from '@tiptap/core'
import { actOnTable, type TableAct } from './table-acts'
import { MenuTool, ToolMenu } from './tool-menu'

const acts: readonly (readonly [TableAct, string])[] = [
  ['add-row', 'Rad under'],
  ['add-column', 'Kolumn efter'],
  ['delete-row', 'Ta bort raden'],
  ['delete-column', 'Ta bort kolumnen'],
  ['delete-table', 'Ta bort tabellen'],
]

/** Changes the table that the caret stands in. */
export function TableTools({ editor }: { editor: Editor }) {
  return (
    <ToolMenu name="Tabell">
      {acts.map(([act, name]) => (
        <MenuTool key={act} onClick={() => actOnTable(editor, act)}>
          {name}
        </MenuTool>
      ))}
    </ToolMenu>
  )
}
