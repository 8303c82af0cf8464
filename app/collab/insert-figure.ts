import type { Editor } from '@tiptap/core'
import type { FigureFormat } from '~/budget/figure'
import type { FigureChoice } from '~/budget/figure-choices'
import type { Statement } from '~/budget/statement'
import { figureCharacter } from '~/proposal/section-content'
import type { Chip } from './figure-extension'
import { formatLike } from './figure-match'
import { writeAt } from './write-at'

type Range = { readonly from: number; readonly to: number }

/** Puts a figure where the range stands. Where it replaces an amount, it is written the way that was. */
export function insertFigure(
  editor: Editor,
  { ref }: FigureChoice,
  { from, to }: Range,
  statement: Statement,
): void {
  const replaced = editor.state.doc.textBetween(from, to, ' ')
  setFigure(editor, { from, to }, ref, formatLike(replaced, ref, statement))
}

/** Writes a chip in another format, and selects what is written: suggested, it stands beside the one that was. */
export function reformat(editor: Editor, { pos, ref }: Chip, format: FigureFormat): void {
  setFigure(editor, { from: pos, to: pos + 1 }, ref, format)
  const end = editor.state.selection.to
  editor.commands.setTextSelection({ from: end - 1, to: end })
}

export function markFreestanding(editor: Editor, { from, to }: Range): void {
  const { schema, tr } = editor.state
  const mark = schema.marks.freestanding
  if (mark) editor.view.dispatch(tr.addMark(from, to, mark.create()))
}

function setFigure(editor: Editor, { from, to }: Range, ref: string, format: FigureFormat) {
  const marks = [{ type: 'figure', attrs: { ref, format } }]
  writeAt(editor, { from, to }, { type: 'text', text: figureCharacter, marks })
}
