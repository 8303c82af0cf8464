import { changeText } from '~/budget/change-name'
import type { Actor } from '~/group/policy'
import { amendmentName } from '~/proposal/amendment-name'
import { comparePlain } from '~/proposal/compare-text'
import type { Draft, StoredAmendment } from '~/proposal/draft'
import type { FigureState } from '~/proposal/figure-step'
import { stateNames } from '~/proposal/moves'
import {
  loadFigureChanges,
  loadMarks,
  type AmendmentMark,
  type SectionMark,
} from './mark-store.server'
import {
  differsFor,
  isAsRead,
  isTalk,
  knownFigures,
  leavingNews,
  noTalk,
  type AmendmentNews,
  type Doer,
  type SectionNews,
  type TalkNews,
} from './news'
import type { Seen } from './news-mark'
import {
  lastSaid,
  loadNames,
  loadSaid,
  loadWriters,
  sectionsWithBin,
  type Said,
} from './news-store.server'
import { markedPlace, placeKey, placeOfThread, type MarkedKind } from './thread-place'

/** A section that something is new in; its words are not compared yet. */
export type NewsCandidate = Pick<
  SectionNews,
  'id' | 'number' | 'title' | 'kind' | 'renamedFrom'
> & {
  readonly mark: SectionMark | null
  readonly removed: boolean
  readonly by: readonly Doer[]
  readonly talk: TalkNews
}

/** What is new in the proposal to the actor. `threads` is the last thing said that it counts. */
export async function findNews(actor: Actor, draft: Draft) {
  const threads = await lastSaid(actor, draft.id)
  const [marks, writers, sections, said] = await Promise.all([
    loadMarks(actor, draft.id),
    loadWriters(actor, draft.id),
    sectionsWithBin(actor, draft.id),
    loadSaid(actor, draft.id),
  ])
  const names = await loadNames(
    actor,
    [...writers, ...said].map(({ memberId }) => memberId),
  )
  const nameOf = (memberId: string) => names.get(memberId) ?? 'En tidigare medlem'
  const talkOf = (place: Pick<Said, 'sectionId' | 'amendmentId'>) =>
    talkIn(
      said.filter(
        one =>
          one.place === null &&
          one.sectionId === place.sectionId &&
          one.amendmentId === place.amendmentId,
      ),
      nameOf,
    )

  const present = sections.filter(({ removedAt }) => !removedAt)
  const candidates = sections.flatMap(({ id, title, removedAt }): NewsCandidate[] => {
    const mark = marks.sections.get(id) ?? null
    const read = mark?.readAt ? mark : null
    const since = writers.filter(one => one.sectionId === id && one.upto > (mark?.upto ?? 0))
    const candidate = {
      id,
      title,
      mark,
      removed: removedAt !== null,
      number: removedAt ? null : present.findIndex(one => one.id === id) + 1,
      kind: kindOf(read, removedAt !== null),
      renamedFrom: read && read.title !== title ? read.title : null,
      by: since.map(({ memberId, at }) => ({ name: nameOf(memberId), at })),
      talk: talkOf({ sectionId: id, amendmentId: null }),
    }
    return isNews(candidate) ? [candidate] : []
  })
  const amendments = await amendmentNews(actor, draft, marks.amendments, {
    threads,
    talkOf: id => talkOf({ sectionId: null, amendmentId: id }),
  })
  return { threads, sections: candidates, amendments, places: placesWithTalk(said, nameOf) }
}

/** A line, goal, indicator or clause that others have said something new on; it is not named yet. */
export type PlaceTalk = {
  readonly ref: { readonly kind: MarkedKind; readonly id: string }
  readonly quote: string | null
  readonly talk: TalkNews
}

function placesWithTalk(said: readonly Said[], nameOf: (memberId: string) => string): PlaceTalk[] {
  const placed = said.flatMap(one => {
    const ref = markedPlace(placeOfThread({ ...one, kind: one.threadKind }))
    return ref ? [{ ...one, ref, key: placeKey(ref) }] : []
  })
  return [...new Set(placed.map(({ key }) => key))].flatMap((key): PlaceTalk[] => {
    const here = placed.filter(one => one.key === key)
    return here.slice(0, 1).map(({ ref, quote }) => ({ ref, quote, talk: talkIn(here, nameOf) }))
  })
}

function kindOf(read: SectionMark | null, removed: boolean): SectionNews['kind'] {
  if (!read) return 'new'
  if (read.removed !== removed) return removed ? 'removed' : 'restored'
  return 'changed'
}

/** What was thrown away before one has read of it is none; what lies in the bin is told of once. */
function isNews({ kind, removed, by, talk, renamedFrom }: NewsCandidate): boolean {
  if (removed) return kind === 'removed'
  return kind !== 'changed' || by.length > 0 || isTalk(talk) || renamedFrom !== null
}

function talkIn(said: readonly Said[], nameOf: (memberId: string) => string): TalkNews {
  if (said.length === 0) return noTalk
  const count = (kind: Said['kind']) =>
    said.filter(one => one.kind === kind).reduce((sum, { times }) => sum + times, 0)
  return {
    opened: count('opened'),
    replies: count('reply'),
    resolved: count('resolved'),
    reopened: count('reopened'),
    mentions: said.reduce((sum, { named }) => sum + named, 0),
    by: [...new Set(said.map(({ memberId }) => nameOf(memberId)))],
  }
}

async function amendmentNews(
  actor: Actor,
  draft: Draft,
  marks: ReadonlyMap<string, AmendmentMark>,
  around: { threads: number; talkOf: (id: string) => TalkNews },
): Promise<AmendmentNews[]> {
  const changed = draft.amendments
    .filter(amendment => !isAsRead(amendment, marks.get(amendment.id) ?? null))
    .map(({ id }) => id)
  const { own, others } = await loadFigureChanges(actor, changed)
  return draft.amendments.flatMap(amendment => {
    const mark = marks.get(amendment.id) ?? null
    const byOthers = (others.get(amendment.id) ?? 0) > (mark?.figures ?? 0)
    const isOwn = amendment.updatedById === actor.memberId && !byOthers
    const news = newsOf(actor, draft, amendment, {
      mark,
      // whatever else the reader saved of it is their own too
      known: isOwn
        ? amendment
        : knownFigures(
            mark,
            own.filter(({ amendmentId }) => amendmentId === amendment.id),
          ),
      talk: around.talkOf(amendment.id),
      threads: around.threads,
    })
    const { figures, state, motivation, leaving, talk } = news
    return figures || state || motivation || leaving || isTalk(talk) ? [news] : []
  })
}

function newsOf(
  { memberId }: Actor,
  { framework }: Draft,
  amendment: StoredAmendment,
  since: {
    mark: AmendmentMark | null
    known: FigureState | null
    talk: TalkNews
    threads: number
  },
): AmendmentNews {
  const { id, number, change, state, motivation, revision } = amendment
  const { known } = since
  const differs = differsFor(amendment, since.mark, known, amendment.updatedById === memberId)
  const leaving = amendment.withdrawalBy?.id ?? null
  const seen: Seen = { kind: 'amendment', id, revision, leaving, threads: since.threads }
  return {
    id,
    number,
    name: `Ä${number} ${amendmentName(amendment, framework)}`,
    figures: differs.change
      ? {
          before: known && changeText(known.change, framework.unit),
          after: changeText(change, framework.unit),
        }
      : null,
    state: differs.state
      ? { before: known && stateNames[known.state], after: stateNames[state] }
      : null,
    motivation: differs.motivation ? comparePlain(since.mark?.motivation ?? '', motivation) : null,
    leaving: leavingNews(memberId, since.mark?.leavingBy ?? null, amendment),
    by: { name: amendment.updatedByName, at: amendment.updatedAt },
    talk: since.talk,
    seen: JSON.stringify(seen),
  }
}
