import { createContext, useContext, useMemo } from 'react'
import type { LineComments } from '~/budget/line-comments'
import { MarkLink, type Mark } from '~/ui/mark-link'
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

/** The marker of a place, which the reader may see there; null where nothing is said and they may not begin. */
export function markOf(placed: Placed, on: PlaceRef, name: string): Mark | null {
  const key = placeKey(on)
  const open = placed.open[key] ?? 0
  const isAsked = placed.asked !== null && placeKey(placed.asked) === key
  if (open === 0 && !placed.canComment && !isAsked) return null
  const label = open === 0 ? `Kommentera ${name}` : `Kommentarer om ${name}, ${counted(open)}`
  return { id: markerId(on), address: placed.addressOf(on), label, open, isAsked }
}

/**
 * How many threads are open on a row, and the way to them. Where there are none it is the way to begin one: quiet, and
 * missing for those who may not. A page has many: each is a plain link, and what they share is worked out once.
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
  const mark = markOf(placed, on, name)
  return mark && <MarkLink mark={mark} words={words ? wordsOf(mark) : undefined} go={placed.go} />
}

const wordsOf = ({ open }: Mark): string =>
  open > 0 ? counted(open).replace(/^\d+ /, '') : 'Kommentera'

/** How the rows of a table of figures show what is said about them. */
export function useLineComments(): LineComments {
  const placed = useContext(PlacedContext)
  return useMemo(
    () => ({
      markerOf: (id, name) => <PlaceMarker on={{ kind: 'line', id }} name={name} />,
      markOf: (id, name) => markOf(placed, { kind: 'line', id }, name),
      go: placed.go,
      isOn: id => placed.open[placeKey({ kind: 'line', id })] !== undefined,
    }),
    [placed],
  )
}
