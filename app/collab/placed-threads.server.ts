import { statementOf } from '~/budget/statement'
import { can, type Actor } from '~/group/policy'
import type { Draft } from '~/proposal/draft'
import type { LoadDraft } from '~/proposal/request-draft.server'
import { loadDraft } from '~/proposal/store.server'
import { snapshotOf } from './load-snapshot.server'
import { countByPlace, loadThreads } from './read-threads-store.server'
import type { Thread } from './thread'
import {
  placeKey,
  placeOfKey,
  placeParameter,
  placesOf,
  type Place,
  type PlaceKind,
  type PlaceRef,
} from './thread-place'

/** Every place of the draft that threads can be on now, by key. */
export function placesIn(draft: Draft): ReadonlyMap<string, Place> {
  // which clauses there are does not depend on the words of the sections
  const { clauses } = snapshotOf(draft, new Map())
  return placesOf(draft, clauses, statementOf(draft.framework, draft.amendments))
}

/** The threads beside a page's rows: how many are open on each, and those of the row that the address asks for. */
export type PlacedThreads = {
  /** Place key -> open threads; places without one are left out. */
  readonly open: Readonly<Record<string, number>>
  readonly asked: AskedPlace | null
  readonly canComment: boolean
}

export type AskedPlace = PlaceRef & {
  readonly name: string
  /** Whether the place is still there. */
  readonly gone: boolean
  readonly threads: readonly Thread[]
}

/** The threads on a page's kinds of places; null where the actor's group has no such proposal. */
export async function loadPlacedThreads(
  actor: Actor,
  proposalId: string,
  kinds: readonly PlaceKind[],
  url: string,
  load: LoadDraft = loadDraft,
): Promise<PlacedThreads | null> {
  const named = placeOfKey(new URL(url, 'http://localhost').searchParams.get(placeParameter) ?? '')
  const ref = named && kinds.includes(named.kind) ? named : null
  const [draft, counts, threads] = await Promise.all([
    load(actor, proposalId),
    countByPlace(actor, proposalId, kinds),
    ref ? loadThreads(actor, proposalId, { place: ref }) : [],
  ])
  if (!draft) return null
  return {
    open: Object.fromEntries(counts.map(({ ref: place, open }) => [placeKey(place), open])),
    asked: ref && askedPlace(draft, ref, threads),
    canComment: can(actor, 'comment', draft.status),
  }
}

/** Null where the address names nothing that is or ever was there. */
function askedPlace(draft: Draft, ref: PlaceRef, threads: readonly Thread[]): AskedPlace | null {
  const place = placesIn(draft).get(placeKey(ref))
  const name = place?.name ?? threads[0]?.quote
  return name === undefined || name === null ? null : { ...ref, name, gone: !place, threads }
}
