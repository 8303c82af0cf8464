import { Change } from '~/budget/amendment'
import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { StoredAmendment } from '~/proposal/draft'
import { FigureState } from '~/proposal/figure-step-store.server'
import type { OwnChange, ReadAmendment } from './news'
import type { MarkedKind } from './thread-place'
import { unreadState } from './unread'

/** What the actor has read of a section; `readAt` is null where they have only written in it. */
export type SectionMark = {
  readonly state: Uint8Array
  readonly upto: number
  readonly title: string
  readonly removed: boolean
  readonly threads: number
  readonly readAt: Date | null
}
export type AmendmentMark = ReadAmendment & {
  readonly threads: number
  /** Whose suggestion that it is withdrawn they have read of. */
  readonly leavingBy: string | null
}

/** What the actor has read of the proposal, by section and by amendment. */
export async function loadMarks({ groupId, memberId }: Actor, proposalId: string) {
  const [sections, amendments] = await Promise.all([
    db.sectionMark.findMany({ where: { groupId, memberId, section: { proposalId } } }),
    db.amendmentMark.findMany({ where: { groupId, memberId, amendment: { proposalId } } }),
  ])
  return {
    sections: new Map(
      sections.map(
        ({ sectionId, upto, threads, state, title, removed, readAt }): [string, SectionMark] => [
          sectionId,
          { state, title, removed, readAt, upto: Number(upto), threads: Number(threads) },
        ],
      ),
    ),
    amendments: new Map(
      amendments.map(
        ({
          amendmentId,
          change,
          state,
          motivation,
          readAt,
          withdrawalById,
          ...positions
        }): [string, AmendmentMark] => [
          amendmentId,
          {
            change: Change.parse(change),
            state,
            motivation,
            readAt,
            leavingBy: withdrawalById,
            figures: Number(positions.figures),
            threads: Number(positions.threads),
          },
        ],
      ),
    ),
  }
}

/** Changes of the amendments' figures: the actor's own in order, and the last one that others made of each. */
export async function loadFigureChanges(
  { groupId, memberId }: Actor,
  amendmentIds: readonly string[],
): Promise<{
  own: (OwnChange & { readonly amendmentId: string })[]
  others: ReadonlyMap<string, number>
}> {
  if (amendmentIds.length === 0) return { own: [], others: new Map() }
  const where = { groupId, amendmentId: { in: [...amendmentIds] } }
  const [own, others] = await Promise.all([
    db.figureChange.findMany({ where: { ...where, memberId }, orderBy: { id: 'asc' } }),
    db.figureChange.groupBy({
      by: 'amendmentId',
      where: { ...where, memberId: { not: memberId } },
      _max: { id: true },
    }),
  ])
  return {
    own: own.map(({ id, amendmentId, before, after, undoneAt }) => ({
      number: Number(id),
      amendmentId,
      before: before === null ? null : FigureState.parse(before),
      after: FigureState.parse(after),
      undoneAt,
    })),
    others: new Map(others.map(({ amendmentId, _max }) => [amendmentId, Number(_max.id ?? 0)])),
  }
}

/** Marks are written together or not at all; the proposal itself does not change by them. */
export const marking = <T>(work: (tx: Database) => Promise<T>): Promise<T> => db.$transaction(work)

/** Marks a section as read by the actor, in the state that they saw. */
export async function saveSectionMark(
  tx: Database,
  { groupId, memberId }: Actor,
  sectionId: string,
  mark: Omit<SectionMark, 'readAt'> & { readonly readAt: Date },
): Promise<void> {
  const { state, upto, threads, ...rest } = mark
  const data = {
    ...rest,
    state: new Uint8Array(state),
    upto: BigInt(upto),
    threads: BigInt(threads),
  }
  await tx.sectionMark.upsert({
    where: { memberId_sectionId: { memberId, sectionId } },
    create: { ...data, groupId, memberId, sectionId },
    update: data,
  })
}

/** What the actor does with a section themselves is no news to them; a new one they know from its beginning. */
export async function followSection(
  tx: Database,
  { groupId, memberId }: Actor,
  sectionId: string,
  done: { readonly title?: string; readonly removed?: boolean },
): Promise<void> {
  await tx.sectionMark.updateMany({ where: { groupId, memberId, sectionId }, data: done })
}

/** The actor's mark of a section that they begin. */
export async function markBegun(
  tx: Database,
  actor: Actor,
  { id, title }: { id: string; title: string },
  now: Date,
): Promise<void> {
  const empty = { state: unreadState(), upto: 0, removed: false, threads: 0 }
  await saveSectionMark(tx, actor, id, { ...empty, title, readAt: now })
}

/** Marks the threads of a line, goal, indicator or clause as read by the actor, up to what they saw. */
export async function savePlaceMark(
  tx: Database,
  { groupId, memberId }: Actor,
  proposalId: string,
  { kind, id: place, threads }: { kind: MarkedKind; id: string; threads: number },
  now: Date,
): Promise<void> {
  const data = { threads: BigInt(threads), readAt: now }
  await tx.placeMark.upsert({
    where: { memberId_proposalId_kind_place: { memberId, proposalId, kind, place } },
    create: { ...data, groupId, memberId, proposalId, kind, place },
    update: data,
  })
}

/** Marks an amendment as read by the actor, as it stands. */
export async function saveAmendmentMark(
  tx: Database,
  { groupId, memberId }: Actor,
  { id, change, state, motivation, withdrawalBy }: StoredAmendment,
  threads: number,
  now: Date,
): Promise<void> {
  const last = await tx.figureChange.aggregate({
    where: { groupId, amendmentId: id },
    _max: { id: true },
  })
  const data = {
    change,
    state,
    motivation,
    withdrawalById: withdrawalBy?.id ?? null,
    figures: last._max.id ?? 0n,
    threads: BigInt(threads),
    readAt: now,
  }
  await tx.amendmentMark.upsert({
    where: { memberId_amendmentId: { memberId, amendmentId: id } },
    create: { ...data, groupId, memberId, amendmentId: id },
    update: data,
  })
}
