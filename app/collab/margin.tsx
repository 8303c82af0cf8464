import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Button } from '~/ui/button'
import { hiddenUnder, reveal } from './fold-extension'

/** A note and the place in the text that it stands beside. */
export type MarginNote = { readonly key: string; readonly pos: number; readonly note: ReactNode }

const gap = 8

/** Notes beside their places, each pushed down where the one above is long. On a narrow page they follow the text. */
export function Margin({ editor, notes }: { editor: Editor; notes: readonly MarginNote[] }) {
  const column = useRef<HTMLDivElement>(null)
  const pressed = usePressed(editor, column)
  const ordered = notes.toSorted((a, b) => a.pos - b.pos)
  useLayoutEffect(() => {
    if (!pressed.current) arrange(editor, column.current)
  })
  useEffect(() => {
    const again = () => {
      if (!pressed.current) arrange(editor, column.current)
    }
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
          <Hidden editor={editor} pos={pos} />
        </div>
      ))}
    </div>
  )
}

/** Whether a note is pressed on: it keeps its place until it is let go, or what others write moves it from under the press. */
function usePressed(editor: Editor, column: RefObject<HTMLElement>): RefObject<boolean> {
  const pressed = useRef(false)
  useEffect(() => {
    const notes = column.current
    const hold = () => {
      pressed.current = true
    }
    // the click comes after the pointer is up
    const leave = () =>
      requestAnimationFrame(() => {
        if (pressed.current) arrange(editor, notes)
        pressed.current = false
      })
    notes?.addEventListener('pointerdown', hold)
    window.addEventListener('pointerup', leave)
    window.addEventListener('pointercancel', leave)
    return () => {
      notes?.removeEventListener('pointerdown', hold)
      window.removeEventListener('pointerup', leave)
      window.removeEventListener('pointercancel', leave)
    }
  }, [editor, column])
  return pressed
}

/** The words that a note stands beside may be folded away: this is the way to them. */
function Hidden({ editor, pos }: { editor: Editor; pos: number }) {
  const part = hiddenUnder(editor.state, pos)
  if (!part) return null
  return (
    <Button kind="plain" small onClick={() => reveal(editor.view, pos)}>
      Visa texten under ”{part.title}”
    </Button>
  )
}

function arrange({ view, isDestroyed }: Editor, column: HTMLElement | null) {
  if (!column || isDestroyed) return
  const corner = column.getBoundingClientRect().top
  let free = 0
  for (const child of column.children) {
    if (!(child instanceof HTMLElement)) continue
    const asked = Math.min(Number(child.dataset.pos), view.state.doc.content.size)
    const hidden = hiddenUnder(view.state, asked)
    const pos = hidden ? hidden.pos + 1 : asked
    const top = Math.max(view.coordsAtPos(pos).top - corner, free)
    child.style.top = `${top}px`
    free = top + child.offsetHeight + gap
  }
  column.style.minHeight = `${free}px`
}
