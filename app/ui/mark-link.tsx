import type { MouseEvent } from 'react'
import { Icon } from './icon'

/** What the marker of a row is drawn from: its threads, and where they are read. */
export type Mark = {
  readonly id: string
  readonly address: string
  /** What it does, and on what. */
  readonly label: string
  /** How many threads are open. */
  readonly open: number
  /** Whether they are shown beside the page now. */
  readonly isAsked: boolean
}

/** A marker of a row: quiet where nothing is open. `go` leads on as a link of the router does; null without script. */
export function MarkLink({
  mark: { id, address, label, open, isAsked },
  words,
  go,
}: {
  mark: Mark
  /** Says what it does, where there is room for it. */
  words?: string
  go: ((address: string) => void) | null
}) {
  const kind =
    words !== undefined ? 'btn plain small' : open === 0 ? 'place-mark none' : 'place-mark'
  return (
    <a
      id={id}
      className={kind}
      href={address}
      aria-label={label}
      title={words === undefined ? label : undefined}
      aria-current={isAsked || undefined}
      onClick={event => {
        if (!go || !isPlain(event)) return
        event.preventDefault()
        go(address)
      }}
    >
      {(words === undefined || open > 0) && <Icon name="comment" />}
      {open > 0 && <span className="num">{open}</span>}
      {words}
    </a>
  )
}

/** A click that stays in the window; any other is the browser's own. */
const isPlain = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || altKey || ctrlKey || shiftKey)
