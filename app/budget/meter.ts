import { otherMeans } from './financing-parts'
import { negate, subtract, sum, zero, type Tkr } from './money'
import type { Statement } from './statement'

export type MeterPart = { readonly name: MeterName; readonly amount: Tkr }
type MeterName =
  | 'additions'
  | 'tax cut'
  | 'higher result'
  | 'less other'
  | 'tax'
  | 'savings'
  | 'result'
  | 'other'
  | 'gap'

/** The deficit meter of a year: what is needed, and where it comes from. Both sides have the same sum, `total`. */
export type Meter = {
  readonly needs: readonly MeterPart[]
  readonly means: readonly MeterPart[]
  readonly total: Tkr
}

/**
 * The two lines of the meter for the year at `i`. Needs and means are equal, since additions equal what pays for them
 * (F16). `other` is grants, final settlement, central finance and financial net together.
 */
export function meterOf(statement: Pick<Statement, 'financing' | 'gap'>, i: number): Meter {
  const financing = statement.financing[i]
  if (!financing) return { needs: [], means: [], total: zero }
  const gap = statement.gap[i] ?? zero
  const { additions, savings, newTax } = financing
  const other = sum(otherMeans.map(part => financing[part]))
  const allowed = loweredToTarget(statement)[i] ?? zero
  const needs = positive([
    { name: 'additions', amount: additions },
    { name: 'tax cut', amount: negate(newTax) },
    { name: 'higher result', amount: negate(allowed) },
    { name: 'less other', amount: negate(other) },
  ])
  const means = positive([
    { name: 'tax', amount: newTax },
    { name: 'savings', amount: savings },
    { name: 'other', amount: other },
    { name: 'result', amount: allowed },
    { name: 'gap', amount: gap },
  ])
  return { needs, means, total: sum(needs.map(({ amount }) => amount)) }
}

const positive = (parts: MeterPart[]): MeterPart[] => parts.filter(({ amount }) => amount > 0)

/**
 * How much the result is lowered in each year, down to its target and no further: what lowers it below is left to
 * finance, and pays for nothing. Negative where the result rises, or falls by less than is left.
 */
export const loweredToTarget = ({ financing, gap }: Pick<Statement, 'financing' | 'gap'>): Tkr[] =>
  financing.map(({ lowerResult }, i) => subtract(lowerResult, gap[i] ?? zero))

/** A part's share of the meter's width in percent, for the eye alone. */
export const widthOf = (part: MeterPart, meter: Meter): number =>
  meter.total === 0 ? 0 : (100 * part.amount) / meter.total
