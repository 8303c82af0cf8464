import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { chipAt } from './figure-extension'

/** A note by its key, where in the text it stands, and the keys of what else is in it. */
type Noted = { readonly key: string; readonly pos: number; readonly holds?: readonly string[] }

/** What has a note of its own at its first character; suggestions and threads are known by their ids. */
const noted = '.loose, .promise, .footnote'

/** The key of the one note on a figure, which comes once that is selected. */
export const figureKey = 'chip'

const noteOf = (notes: readonly Noted[], key: string | null | undefined): Noted | undefined =>
  notes.find(one => one.key === key || (key && one.holds?.includes(key)))

/**
 * The note whose words were pressed last, until other words are. By touch a second press on the same words lets it go:
 * the first took the keys of the screen away, which would lie over the notes.
 * @param onAbsent hears of a thread whose words were pressed, and that is not among the notes.
 * @returns the note's key, null for none.
 */
export function useChosenNote(
  editor: Editor,
  notes: readonly Noted[],
  onAbsent: (threadId: string) => void,
) {
  const [pressed, setPressed] = useState<string | null>(null)
  const now = useRef({ notes, onAbsent, pressed })
  useEffect(() => {
    now.current = { notes, onAbsent, pressed }
  })
  useEffect(() => {
    const { dom } = editor.view
    const press = (target: EventTarget | null) =>
      // what the press itself has brought is among the notes then
      requestAnimationFrame(() => {
        if (editor.isDestroyed || !(target instanceof HTMLElement)) return
        const { notes: known, onAbsent: ask, pressed: before } = now.current
        const key = keyAt(editor, target, known)
        setPressed(key === before && isTouched() ? null : key)
        if (key !== null && key !== figureKey && !noteOf(known, key)) ask(key)
      })
    const click = ({ target }: MouseEvent) => {
      if (!isFigure(target)) press(target)
    }
    // drawn anew as it is selected, a figure hears of no click
    const release = ({ target }: MouseEvent) => {
      if (isFigure(target)) press(target)
    }
    const leave = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      // elsewhere somebody else's Escape closes what is theirs; in the text it selects more
      const isOurs = !defaultPrevented || (target instanceof Node && dom.contains(target))
      if (key === 'Escape' && isOurs) setPressed(null)
    }
    dom.addEventListener('click', click)
    dom.addEventListener('mouseup', release)
    document.addEventListener('keydown', leave)
    return () => {
      dom.removeEventListener('click', click)
      dom.removeEventListener('mouseup', release)
      document.removeEventListener('keydown', leave)
    }
  }, [editor])
  return { chosen: noteOf(notes, pressed)?.key ?? null, letGo: () => setPressed(null) }
}

const isFigure = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('.fig')

const isTouched = (): boolean => window.matchMedia('(hover: none)').matches

/** What has a note of the innermost that was pressed: its key, or the id of a thread that is not here. */
function keyAt(
  { view, state }: Editor,
  pressed: HTMLElement,
  notes: readonly Noted[],
): string | null {
  if (isFigure(pressed)) return chipAt(state) && figureKey
  let absent: string | null = null
  for (let one: HTMLElement | null = pressed; one && one !== view.dom; one = one.parentElement) {
    const { suggestion, thread } = one.dataset
    for (const id of [suggestion, thread]) if (id && noteOf(notes, id)) return id
    absent ??= thread ?? null
    const at = one.matches(noted) ? view.posAtDOM(one, 0) : null
    const note = notes.find(({ pos }) => pos === at)
    if (note) return note.key
  }
  return absent
}

/** Where the notes are a sheet, brings the chosen one in sight, and its words above the sheet. */
export function bringInSight({ view }: Editor, sheet: HTMLElement | null): void {
  const note = sheet?.querySelector<HTMLElement>('[data-chosen]')
  if (!sheet || !note || getComputedStyle(sheet).position !== 'fixed') return
  const head = sheet.querySelector<HTMLElement>('.margin-head')
  sheet.scrollTo({ top: note.offsetTop - (head?.offsetHeight ?? 0) })
  const words = view.coordsAtPos(Math.min(Number(note.dataset.pos), view.state.doc.content.size))
  const above = sheet.getBoundingClientRect().top - 2 * (words.bottom - words.top)
  if (words.bottom > above) window.scrollBy(0, words.bottom - above)
  if (isTouched()) note.focus({ preventScroll: true })
}
