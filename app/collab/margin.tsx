import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Button } from '~/ui/button'
import { bringInSight, useChosenNote } from './use-chosen-note'
import { hiddenUnder, reveal } from './fold-extension'

/** A note and the place in the text that it stands beside. */
export type MarginNote = {
  readonly key: string
  readonly pos: number
  readonly note: ReactNode
  /** The keys of what is gathered in it. */
  readonly holds?: readonly string[]
}

const gap = 8

/**
 * Notes beside their places, each pushed down where the one above is long; the one whose words are pressed stands beside
 * them all the same. On a narrow page they follow the text, and that press lays them over its foot.
 */
export function Margin({
  editor,
  notes,
  onAbsent,
}: {
  editor: Editor
  notes: readonly MarginNote[]
  /** Hears of a thread whose words are pressed, and that is not among the notes. */
  onAbsent: (threadId: string) => void
}) {
  const column = useRef<HTMLDivElement>(null)
  const pressed = usePressed(editor, column)
  const ordered = notes.toSorted((a, b) => a.pos - b.pos)
  const { chosen, letGo } = useChosenNote(editor, ordered, onAbsent)
  useEffect(() => {
    if (chosen !== null) bringInSight(editor, column.current)
  }, [editor, chosen])
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
    <div className={chosen === null ? 'margin' : 'margin over'} ref={column}>
      {chosen !== null && (
        <p className="margin-head">
          <Button kind="plain" small onClick={letGo}>
            Stäng<span className="sr"> anteckningarna</span>
          </Button>
        </p>
      )}
      {ordered.map(({ key, pos, note }) => (
        <div key={key} data-pos={pos} tabIndex={-1} data-chosen={key === chosen ? '' : undefined}>
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
    if (!(child instanceof HTMLElement) || child.dataset.pos === undefined) continue
    const asked = Math.min(Number(child.dataset.pos), view.state.doc.content.size)
    const hidden = hiddenUnder(view.state, asked)
    const pos = hidden ? hidden.pos + 1 : asked
    const beside = view.coordsAtPos(pos).top - corner
    const top = Math.max(beside, free)
    child.style.top = `${child.dataset.chosen === undefined ? top : beside}px`
    free = top + child.offsetHeight + gap
  }
  column.style.minHeight = `${free}px`
}
