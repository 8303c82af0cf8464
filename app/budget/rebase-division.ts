import type { Amendment, Change } from './amendment'
import { boardOf } from './board-index'
import type { BoardId, Framework } from './framework'
import { subtract, sum, zero, type Tkr } from './money'

/**
 * An amendment whose board was split is divided between its successors: each part becomes an amendment of its own, and
 * what they leave of the amounts stays, under the old number, on `board`. So the parts sum to the whole by construction.
 */
export type Division = {
  readonly type: 'divide'
  readonly board: BoardId
  readonly parts: readonly {
    /** Of the amendment that it becomes. */
    readonly id: string
    readonly board: BoardId
    /** New money in each of the amendment's own years, signed as its own. */
    readonly amounts: readonly Tkr[]
  }[]
}

/** Whether it may be divided: of two that replace one another nobody could say which part replaces which. */
export const isDivisible = (
  { id, change, replaces }: Amendment,
  amendments: readonly Amendment[],
): boolean =>
  change.type === 'frame' &&
  replaces === undefined &&
  !amendments.some(other => other.replaces === id && other.state !== 'withdrawn')

/** What is left of the change for the board that keeps the number, one amount for each of its years. */
export const leftOf = (amounts: readonly Tkr[], { parts }: Pick<Division, 'parts'>): Tkr[] =>
  amounts.map((amount, i) => subtract(amount, sum(parts.map(part => part.amounts[i] ?? zero))))

/** Why the division does not hold, for the reader; null where it does. */
export function divisionFault(change: Change, division: Division, next: Framework): string | null {
  if (change.type !== 'frame') return 'Bara en ändring av en nämnds ram kan delas.'
  const { board, parts } = division
  const whole = change.amounts
  const boards = [board, ...parts.map(part => part.board)]
  if (parts.length === 0 || boards.some(id => boardOf(next, id) === undefined))
    return 'Välj de nämnder i den nya ramen som beloppet delas mellan.'
  if (new Set(boards).size < boards.length) return 'Välj en nämnd en gång: två delar har samma.'
  const lists = [leftOf(whole, division), ...parts.map(part => part.amounts)]
  if (lists.some(list => list.every(amount => amount === 0)))
    return 'En av nämnderna får ingenting. Skriv hur mycket den ska ha, eller välj att flytta allt.'
  const within = lists.every(list =>
    list.every((amount, i) => amount === 0 || Math.sign(amount) === Math.sign(whole[i] ?? 0)),
  )
  return within ? null : 'Delarna är mer än hela beloppet. Skriv mindre till de andra nämnderna.'
}

/** The amendments with those divided that have a division: the parts come last, under the next numbers. */
export function withDivisions(
  amendments: readonly Amendment[],
  divisionOf: (id: string) => Division | null,
): Amendment[] {
  const last = Math.max(0, ...amendments.map(({ number }) => number))
  const made: Amendment[] = []
  const kept = amendments.map(amendment => {
    const { id, change, state, motivation, section, baseHash } = amendment
    const division = divisionOf(id)
    if (!division || change.type !== 'frame') return amendment
    for (const part of division.parts)
      made.push({
        id: part.id,
        number: last + made.length + 1,
        change: {
          type: 'frame',
          board: part.board,
          recurrence: change.recurrence,
          amounts: [...part.amounts],
        },
        state,
        motivation,
        section,
        baseHash,
      })
    const left = { ...change, board: division.board, amounts: leftOf(change.amounts, division) }
    return { ...amendment, change: left }
  })
  return [...kept, ...made]
}
