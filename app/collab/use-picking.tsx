import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { FigureChoice } from '~/budget/figure-choices'
import type { Statement } from '~/budget/statement'
import { pickFigure } from './figure-extension'
import { insertFigure } from './insert-figure'
import type { PromiseChoice } from './promise-choices'
import { markPromise, wordsToMark } from './promise-mark'
import type { Picking } from './text-picker'
import { lastingRange } from './text-place'

type Range = { readonly from: number; readonly to: number }

/** What is being picked for the text: a figure to insert, or what some words promise. */
export function usePicking(editor: Editor, statement: Statement) {
  const [picking, setPicking] = useState<Picking | null>(null)
  const pickAt = (from: number, to: number, kind: Picking['kind'] = 'figure') => {
    const corner = editor.view.dom.closest('.paper')?.getBoundingClientRect()
    const at = editor.view.coordsAtPos(from)
    const left = Math.max(0, Math.min(at.left - (corner?.left ?? 0), (corner?.width ?? 0) - 320))
    setPicking({
      left,
      top: at.bottom - (corner?.top ?? 0),
      range: lastingRange(editor, { from, to }),
      kind,
    })
  }
  const pickHere = () => pickAt(editor.state.selection.from, editor.state.selection.to)
  useEffect(() => {
    const { dom } = editor.view
    dom.addEventListener(pickFigure, pickHere)
    return () => dom.removeEventListener(pickFigure, pickHere)
  })
  return {
    picking,
    pickAt,
    pickHere,
    pickPromise: (range: Range | null = wordsToMark(editor.state)) =>
      range && pickAt(range.from, range.to, 'promise'),
    choose: (choice: FigureChoice) => {
      const range = picking?.range()
      if (range) insertFigure(editor, choice, range, statement)
      setPicking(null)
    },
    bind: ({ pledge }: PromiseChoice) => {
      const range = picking?.range()
      if (range) markPromise(editor, range, pledge)
      setPicking(null)
    },
    /** Closes without a choice; what was typed to find one stands in the text instead. */
    close: (typed?: string) => {
      setPicking(null)
      const chain = editor.chain().focus()
      if (typed) chain.insertContent(typed).run()
      else chain.run()
    },
  }
}
