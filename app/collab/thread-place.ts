import type { Statement } from '~/budget/statement'
import { tableLines } from '~/budget/table-line'
import { amendmentName } from '~/proposal/amendment-name'
import type { Clause } from '~/proposal/clause'
import { clauseText } from '~/proposal/clauses'
import type { Draft } from '~/proposal/draft'

/** What threads can be on outside the text of a section. */
export const placeKinds = ['amendment', 'line', 'goal', 'indicator', 'clause'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** The kinds of places whose threads are marked as read by themselves; an amendment's are read with it. */
export type MarkedKind = Exclude<PlaceKind, 'amendment'>

/** A place whose threads are marked as read by themselves; null for any other. */
export function markedPlace(ref: PlaceRef | null): { kind: MarkedKind; id: string } | null {
  return ref && ref.kind !== 'amendment' ? { kind: ref.kind, id: ref.id } : null
}

/** A place on a page: what it is, and its id, which stays while its name may change. */
export type PlaceRef = { readonly kind: PlaceKind; readonly id: string }

/** A place as it stands now. */
export type Place = PlaceRef & {
  readonly name: string
  /** What a thread keeps of it, for when it is gone. */
  readonly quote: string
}

/** The place in an address and as a key: `line.frame.VON`. */
export const placeKey = ({ kind, id }: PlaceRef): string => `${kind}.${id}`

/** The place that an address names; null where it names none. */
export function placeOfKey(key: string): PlaceRef | null {
  const dot = key.indexOf('.')
  const kind = placeKinds.find(known => known === key.slice(0, dot))
  const id = key.slice(dot + 1)
  return kind && id ? { kind, id } : null
}

type OnPlace = {
  readonly kind: string
  readonly amendmentId: string | null
  readonly place: string | null
}

/** The place that a thread is on; null where it is on a section or its words. */
export function placeOfThread({ kind, amendmentId, place }: OnPlace): PlaceRef | null {
  const known = placeKinds.find(one => one === kind)
  const id = known === 'amendment' ? amendmentId : place
  return known && id ? { kind: known, id } : null
}

const pages = {
  amendment: 'budget',
  line: 'budget',
  goal: 'goals',
  indicator: 'goals',
  clause: 'clauses',
} as const satisfies Record<PlaceKind, string>

/** The address, inside a proposal, of a place with its threads beside it. */
export const placePath = (ref: PlaceRef): string =>
  `${pages[ref.kind]}?${placeParameter}=${encodeURIComponent(placeKey(ref))}`

/** Which place's threads are open lies in the address, so that a link leads to them. */
export const placeParameter = 'threads'

/** Which thread of a section an address leads to. */
export const threadParameter = 'thread'

/** The address, inside a proposal, of a section with a thread of it. */
export const sectionThreadPath = (sectionId: string | null, threadId: string): string =>
  `sections/${sectionId}?${threadParameter}=${encodeURIComponent(threadId)}#t-${threadId}`

/** Every place of a proposal that threads can be on now, by key. */
export function placesOf(
  { amendments, framework, goals }: Pick<Draft, 'amendments' | 'framework' | 'goals'>,
  clauses: readonly Clause[],
  statement: Statement,
): ReadonlyMap<string, Place> {
  const places: Place[] = [
    ...amendments.map(amendment =>
      named(
        'amendment',
        amendment.id,
        `Ä${amendment.number} ${amendmentName(amendment, framework)}`,
      ),
    ),
    ...tableLines(statement).map(({ key, name }) => named('line', key, name)),
    ...goals.map(({ id, title }, at) => named('goal', id, `${at + 1}. ${title}`, title)),
    ...goals
      .flatMap(({ indicators }) => indicators)
      .map(({ id, label }) => named('indicator', id, label)),
    ...clauses.map((clause, at) =>
      named('clause', clause.id, `Att-sats ${at + 1}`, clauseText(clause, statement)),
    ),
  ]
  return new Map(places.map(place => [placeKey(place), place]))
}

const named = (kind: PlaceKind, id: string, name: string, quote = name): Place => ({
  kind,
  id,
  name,
  quote: quote.slice(0, 2000),
})
