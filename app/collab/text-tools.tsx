import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { promiseAt } from './promise-mark'
import { insertTable } from './table-acts'
import { TableTools } from './table-tools'
import { Tool } from './tool'
import { MenuTool, ToolMenu } from './tool-menu'

/** What the caret or the selection stands in. */
export const useActive = (editor: Editor) =>
  useEditorState({ editor, selector: ({ editor: one }) => activeOf(one) })

type Active = ReturnType<typeof activeOf>

function activeOf(editor: Editor) {
  return {
    heading2: editor.isActive('heading', { level: 2 }),
    heading3: editor.isActive('heading', { level: 3 }),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    table: editor.isActive('table'),
    promise: promiseAt(editor.state) !== null,
  }
}

type Props = {
  readonly editor: Editor
  readonly active: Active
  /** Whether what is done becomes a suggestion. */
  readonly suggesting: boolean
  readonly onLevel: (level: 2 | 3 | null) => void
}

/** The looks of the text: what is used often as buttons, the rest under a name. */
export function TextTools({ editor, active, suggesting, onLevel }: Props) {
  const run = () => editor.chain().focus()
  return (
    <>
      <Tool
        pressed={active.heading2}
        keys="Control+Alt+1"
        onClick={() => onLevel(active.heading2 ? null : 2)}
      >
        Rubrik
      </Tool>
      <Tool pressed={active.bold} keys="Control+B" onClick={() => run().toggleMark('bold').run()}>
        <b>Fet</b>
      </Tool>
      <Tool
        pressed={active.italic}
        keys="Control+I"
        onClick={() => run().toggleMark('italic').run()}
      >
        <i>Kursiv</i>
      </Tool>
      {!suggesting && (
        <Tool
          pressed={active.bulletList}
          keys="Control+Shift+8"
          onClick={() => run().toggleList('bulletList', 'listItem').run()}
        >
          Lista
        </Tool>
      )}
      <ToolMenu name="Stycke">
        <MenuTool
          pressed={active.heading3}
          keys="Control+Alt+2"
          onClick={() => onLevel(active.heading3 ? null : 3)}
        >
          Underrubrik
        </MenuTool>
        {!suggesting && <BlockTools active={active} run={run} />}
      </ToolMenu>
    </>
  )
}

function BlockTools({ active, run }: { active: Active; run: () => ChainedCommands }) {
  return (
    <>
      <MenuTool
        pressed={active.orderedList}
        keys="Control+Shift+7"
        onClick={() => run().toggleList('orderedList', 'listItem').run()}
      >
        Numrerad lista
      </MenuTool>
      <MenuTool
        pressed={active.blockquote}
        keys="Control+Shift+9"
        onClick={() => run().toggleWrap('blockquote').run()}
      >
        Citat
      </MenuTool>
    </>
  )
}

/** What comes into the text: a link, a footnote, an image, a table. In a table, what can be done with it. */
export function InsertTools({
  editor,
  active,
  suggesting,
  onLink,
  onFootnote,
  onImage,
}: Omit<Props, 'onLevel'> & {
  readonly onLink: () => void
  readonly onFootnote: () => void
  readonly onImage: () => void
}) {
  return (
    <>
      <ToolMenu name="Infoga">
        <MenuTool keys="Control+K" onClick={onLink}>
          {active.link ? 'Ta bort länken' : 'Länk'}
        </MenuTool>
        <MenuTool keys="Control+Alt+F" onClick={onFootnote}>
          Fotnot
        </MenuTool>
        {!suggesting && <MenuTool onClick={onImage}>Bild</MenuTool>}
        {!suggesting && !active.table && (
          <MenuTool onClick={() => insertTable(editor)}>Tabell</MenuTool>
        )}
      </ToolMenu>
      {!suggesting && active.table && <TableTools editor={editor} />}
    </>
  )
}
