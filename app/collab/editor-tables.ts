import { Node } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { leaveTable, nextCell } from './table-acts'

/** What prosemirror-tables knows the nodes by. */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
}

/** A cell is one row high and one column wide; the attributes are there for prosemirror-tables alone. */
const cellAttributes = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],

  addKeyboardShortcuts() {
    const mayBuild = () => this.editor.storage.suggest?.on !== true
    return {
      Tab: () => nextCell(this.editor, 1, mayBuild()),
      'Shift-Tab': () => nextCell(this.editor, -1, false),
      ArrowDown: () => mayBuild() && leaveTable(this.editor, 1),
      ArrowUp: () => mayBuild() && leaveTable(this.editor, -1),
    }
  },

  addProseMirrorPlugins() {
    const { spec } = tableEditing()
    const { editor } = this
    return [
      new Plugin({
        ...spec,
        // What others wrote is theirs to mend: two who mend one table at once would make it grow.
        appendTransaction(transactions, before, state) {
          const own = transactions.some(one => one.docChanged && !isChangeOrigin(one))
          const others = transactions.some(one => one.docChanged && isChangeOrigin(one))
          if (others || (own && editor.storage.suggest?.on === true)) return null
          return spec.appendTransaction?.call(this, transactions, before, state)
        },
      }),
    ]
  },
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** A cell of the first row, that heads its column. */
const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', { scope: 'col' }, 0],
})

const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
})

export const tables = [Table, TableRow, TableHeader, TableCell]
