import { createContext, useContext, type MouseEvent } from 'react'
import { Icon } from '~/ui/icon'
import type { PlacedThreads } from './placed-threads.server'
import { placeKey, placeParameter, type PlaceRef } from './thread-place'

/** The threads beside the rows of the page, and the ways to them. */
export type Placed = PlacedThreads & {
  readonly addressOf: (ref: PlaceRef) => string
  readonly go: (address: string) => void
}

export const PlacedContext = createContext<Placed>({
  open: {},
  asked: null,
  canComment: false,
  addressOf: () => '',
  go: () => undefined,
})

/** The id of a place's marker on its page: where the keys go back when its threads are closed. */
export const markerId = (ref: PlaceRef): string => `m-${placeKey(ref)}`

export const counted = (open: number): string =>
  open === 1 ? '1 öppen tråd' : `${open} öppna trådar`

/** The address of the page with the threads of the place (or the section) open beside it, or (null) with none. */
export function searchWith(asked: URLSearchParams, ref: PlaceRef | 'section' | null): string {
  const kept = new URLSearchParams()
  // what counts in the figures stays; forms that were open do not
  if (asked.has('with')) kept.set('with', asked.get('with') ?? '')
  if (ref) kept.set(placeParameter, ref === 'section' ? ref : placeKey(ref))
  const text = kept.toString()
  return text === '' ? '?' : `?${text}`
}

/**
 * How many threads are open on a row, and the way to them. Where there are none it is the way to begin one: quiet, and
 * missing for those who may not. A page has hundreds: each is a plain link, and what they share is worked out once.
 */
export function PlaceMarker({
  on,
  name,
  words = false,
}: {
  on: PlaceRef
  name: string
  /** Says what it does, where there is room for it. */
  words?: boolean
}) {
  const placed = useContext(PlacedContext)
  const open = placed.open[placeKey(on)] ?? 0
  const isAsked = placed.asked !== null && placeKey(placed.asked) === placeKey(on)
  if (open === 0 && !placed.canComment && !isAsked) return null
  const label = open === 0 ? `Kommentera ${name}` : `Kommentarer om ${name}, ${counted(open)}`
  const address = placed.addressOf(on)
  const kind = words ? 'btn plain small' : open === 0 ? 'place-mark none' : 'place-mark'
  return (
    <a
      id={markerId(on)}
      className={kind}
      href={address}
      aria-label={label}
      title={words ? undefined : label}
      aria-current={isAsked || undefined}
      onClick={event => {
        if (!isPlain(event)) return
        event.preventDefault()
        placed.go(address)
      }}
    >
      {(!words || open > 0) && <Icon name="comment" />}
      {open > 0 && <span className="num">{open}</span>}
      {words && (open > 0 ? counted(open).replace(/^\d+ /, '') : 'Kommentera')}
    </a>
  )
}

/** A click that stays in the window; any other is the browser's own. */
const isPlain = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || altKey || ctrlKey || shiftKey)
