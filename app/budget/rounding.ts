import { positionTables } from './position-tables'
import type { Statement } from './statement'
import { isExactIn } from './table-unit'

/** Printed under tables in which rounded parts may not add up to the rounded total (C17). */
export const roundingNote = 'Avrundning kan göra att delsummor inte stämmer.'

/** True where the unit of the tables shows every amount in them exactly, so that parts and totals add up as printed. */
export function isShownExactly({ unit, boards, income, position }: Statement): boolean {
  const { operations, ...lines } = income
  return [
    ...boards,
    ...Object.values(lines),
    ...(operations ? Object.values(operations) : []),
    ...positionTables(position).flatMap(({ rows }) => rows.map(({ line }) => line)),
  ].every(({ base, proposed }) => isExactIn(unit, base) && isExactIn(unit, proposed))
}
