import { Change } from '~/budget/amendment'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { FigureState } from '~/proposal/figure-step-store.server'
import { Touch } from '~/proposal/touch'
import type { LoggedChange, Span } from './trace'

/** Who wrote in the proposal's sections within the span, and when last: from the rows of the logs, and from what was kept of those that are merged. */
export const loadWritten = (
  { groupId }: Actor,
  proposalId: string,
  { from, to }: Span,
): Promise<{ sectionId: string; memberId: string; at: Date }[]> =>
  db.$queryRaw`
    SELECT "sectionId", "memberId", max("at") AS "at" FROM (
      SELECT "sectionId", "memberId", "at" FROM "SectionUpdate" WHERE "words"
      UNION ALL SELECT "sectionId", "memberId", "first" FROM "SectionTrace"
      UNION ALL SELECT "sectionId", "memberId", "last" FROM "SectionTrace"
      UNION ALL SELECT "sectionId", "memberId", "at" FROM "SectionWriter"
    ) written JOIN "Section" s ON s."id" = "sectionId"
    WHERE s."groupId" = ${groupId} AND s."proposalId" = ${proposalId} AND "memberId" IS NOT NULL
      AND "at" > ${from} AND "at" <= ${to}
    GROUP BY "sectionId", "memberId"`

/** The changes of the proposal's amendments within the span, taken back or not. */
export async function loadLogged(
  { groupId }: Actor,
  proposalId: string,
  { from, to }: Span,
): Promise<LoggedChange[]> {
  const within = { gt: from, lte: to }
  const [amendments, figures] = await Promise.all([
    db.amendment.findMany({
      where: { groupId, proposalId },
      select: { id: true, number: true, change: true, updatedById: true, updatedAt: true },
    }),
    db.figureChange.findMany({
      where: { groupId, proposalId, OR: [{ at: within }, { undoneAt: within }] },
      orderBy: { id: 'asc' },
    }),
  ])
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]))
  const logged = figures.map(({ amendmentId, memberId, at, undoneAt, before, after }) => ({
    number: numbers.get(amendmentId) ?? 0,
    memberId,
    at: undoneAt && undoneAt <= to ? undoneAt : at,
    changes: [
      ...(before === null ? [] : [FigureState.parse(before).change]),
      FigureState.parse(after).change,
    ],
  }))
  // what changes no figure (a reason, a question) is not logged: the amendment says who saved it last
  const saved = amendments.flatMap(({ number, change, updatedById: memberId, updatedAt: at }) =>
    at > from && at <= to ? [{ number, memberId, at, changes: [Change.parse(change)] }] : [],
  )
  return [...logged, ...saved]
}

/** What was done to titles, goals and indicators within the span, and which figures of the base were corrected. */
export async function loadTouched({ groupId }: Actor, proposalId: string, { from, to }: Span) {
  const where = { groupId, proposalId, at: { gt: from, lte: to } }
  const [touches, corrections, moves] = await Promise.all([
    db.touch.findMany({ where }),
    db.frameworkCorrection.findMany({ where, select: { field: true, memberId: true, at: true } }),
    db.rebase.findMany({
      where: { groupId, proposalId, decidedAt: { gt: from, lte: to } },
      select: { decidedById: true, decidedAt: true },
    }),
  ])
  return {
    corrections,
    touches: touches.map(({ memberId, at, kind, place, name, does }) => ({
      ...Touch.parse({ kind, place, name, does }),
      memberId,
      at,
    })),
    moves: moves.map(({ decidedById: memberId, decidedAt: at }) => ({ memberId, at })),
  }
}
