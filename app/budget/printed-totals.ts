import type { Framework, PrintedTotals, Year } from './framework'
import { decidedYears } from './decided-years'
import { add, negate, subtract, sum, zero, type Tkr } from './money'
import { ore, taxOf } from './rate'
import { statementOf, type Statement } from './statement'

/** A total that the budget document prints, beside what the server computes from the framework's own figures. */
export type PrintedTotal = {
  readonly line: keyof PrintedTotals
  readonly year: Year
  readonly printed: Tkr
  readonly computed: Tkr
  /** Printed less computed: 0 where they tie. */
  readonly difference: Tkr
}

/**
 * Every printed total of the years that a proposal decides on, compared with the computed one (C02, C03, C06).
 * @param statement of the framework; amendments do not matter, since only its base is read.
 */
export function comparePrintedTotals(
  framework: Framework,
  statement: Statement = statementOf(framework, []),
): PrintedTotal[] {
  const computed = computedTotals(framework, statement)
  return printedLines.flatMap(line =>
    decidedYears(framework).flatMap(({ year, at }, i) => {
      const printed = framework.printed[line]?.[at]
      const amount = computed[line][i] ?? zero
      return printed === undefined
        ? []
        : [{ line, year, printed, computed: amount, difference: subtract(printed, amount) }]
    }),
  )
}

/** The totals in the order of the income statement. */
export const printedLines = [
  'frames',
  'netCosts',
  'municipalTax',
  'taxRevenue',
  'grants',
  'operatingResult',
  'result',
  'balanceResult',
] as const satisfies readonly (keyof PrintedTotals)[]

/** The totals of the framework alone, each in the signs that the document prints. */
export function computedTotals(
  framework: Framework,
  { frames, income }: Statement = statementOf(framework, []),
): Record<keyof PrintedTotals, Tkr[]> {
  const decided = decidedYears(framework)
  return {
    frames: frames.base,
    netCosts: income.netCosts.base,
    municipalTax: decidedYears(framework).map(({ at }) =>
      taxOf(framework.tax.base?.[at] ?? zero, framework.tax.rate ?? ore(0)),
    ),
    taxRevenue: income.taxRevenue.base,
    grants: income.grants.base,
    operatingResult: income.result.base.map((result, i) =>
      add(result, negate(income.financialNet.base[i] ?? zero)),
    ),
    result: income.result.base,
    balanceResult: income.result.base.map((result, i) =>
      sum([result, ...adjustmentsOf(framework).map(list => list[decided[i]?.at ?? -1] ?? zero)]),
    ),
  }
}

const adjustmentsOf = ({ balanceAdjustments }: Framework): Tkr[][] =>
  balanceAdjustments ? Object.values(balanceAdjustments) : []
