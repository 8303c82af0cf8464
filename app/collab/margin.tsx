import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'

/** A note and the place in the text that it stands beside. */
export type MarginNote = { readonly key: string; readonly pos: number; readonly note: ReactNode }

const gap = 8

/** Notes beside their places, each pushed down where the one above is long. On a narrow page they follow the text. */
export function Margin({ editor, notes }: { editor: Editor; notes: readonly MarginNote[] }) {
  const column = useRef<HTMLDivElement>(null)
  const ordered = notes.toSorted((a, b) => a.pos - b.pos)
  useLayoutEffect(() => arrange(editor, column.current))
  useEffect(() => {
    const again = () => arrange(editor, column.current)
    const watch = new ResizeObserver(again)
    watch.observe(editor.view.dom)
    for (const child of column.current?.children ?? []) watch.observe(child)
    editor.on('update', again)
    return () => {
      watch.disconnect()
      editor.off('update', again)
    }
  })
  return (
    <div className="margin" ref={column}>
      {ordered.map(({ key, pos, note }) => (
        <div key={key} data-pos={pos}>
          {note}
        </div>
      ))}
    </div>
  )
}

function arrange({ view, isDestroyed }: Editor, column: HTMLElement | null) {
  if (!column || isDestroyed) return
  const corner = column.getBoundingClientRect().top
  let free = 0
  for (const child of column.children) {
    if (!(child instanceof HTMLElement)) continue
    const pos = Math.min(Number(child.dataset.pos), view.state.doc.content.size)
    const top = Math.max(view.coordsAtPos(pos).top - corner, free)
    child.style.top = `${top}px`
    free = top + child.offsetHeight + gap
  }
  column.style.minHeight = `${free}px`
}
