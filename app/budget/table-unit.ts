import { figureList, formatDecimal, formatSigned, formatTkr, noBreak } from './format'
import type { TableUnit } from './framework'
import type { Tkr } from './money'

/** What the last digit of a table in the unit is worth, in tkr: mnkr has one decimal. */
export const unitStep: Record<TableUnit, number> = { tkr: 1, mnkr: 100 }

/** An amount as the tables of a framework in this unit write it, without the unit: `1 282,3` mnkr or `1 282 300` tkr. */
export const formatIn = (unit: TableUnit, amount: Tkr): string =>
  unit === 'tkr' ? formatTkr(amount) : formatDecimal(amount, 3, 1)

/** The same with a plus on every increase, as in a column of changes. */
export const formatSignedIn = (unit: TableUnit, amount: Tkr): string => {
  if (unit === 'tkr') return formatSigned(amount)
  const text = formatDecimal(amount, 3, 1)
  return amount > 0 ? `+${text}` : text
}

/**
 * What a member has written, or would write: with as many decimals as it takes to show all of it, so that no two
 * amounts look alike. 1 250 tkr are `1,25` mnkr, 1 500 `1,5`.
 */
export const formatExactIn = (unit: TableUnit, amount: Tkr): string =>
  unit === 'tkr' ? formatTkr(amount) : formatDecimal(amount, 3, decimalsOf(amount))

/** The same with a plus on every increase. */
export const formatSignedExactIn = (unit: TableUnit, amount: Tkr): string =>
  amount > 0 ? `+${formatExactIn(unit, amount)}` : formatExactIn(unit, amount)

/** The same with its unit, in words that stay together. */
export const exactWithUnit = (unit: TableUnit, amount: Tkr): string =>
  `${formatExactIn(unit, amount)}${noBreak}${unit}`

/** The same in a message, which may break there. */
export const inWords =
  (unit: TableUnit) =>
  (amount: Tkr): string =>
    `${formatExactIn(unit, amount)} ${unit}`

/** The same of a change. */
export const signedWithUnit = (unit: TableUnit, amount: Tkr): string =>
  `${formatSignedExactIn(unit, amount)}${noBreak}${unit}`

/** Amounts one after the other, and their unit. */
export const listIn = (unit: TableUnit, amounts: readonly Tkr[]): string =>
  `${figureList(amounts.map(amount => formatSignedExactIn(unit, amount)))}${noBreak}${unit}`

function decimalsOf(amount: Tkr): number {
  if (amount % 100 === 0) return 1
  return amount % 10 === 0 ? 2 : 3
}

/** True where the unit shows every one of the amounts exactly. */
export const isExactIn = (unit: TableUnit, amounts: readonly Tkr[]): boolean =>
  amounts.every(amount => amount % unitStep[unit] === 0)
