import type { IncomeStatement, Statement } from './statement'

/** What the sum line shows of a statement: of all its lines the result alone. */
export type SumFigures = Pick<
  Statement,
  'unit' | 'years' | 'gap' | 'financing' | 'target' | 'targets' | 'targetAveraged' | 'resultShare'
> & { readonly income: Pick<IncomeStatement, 'result'> }

/** The part alone, for a page that does not show the rest, or gets it another way. */
export const sumFiguresOf = (statement: Statement): SumFigures => ({
  unit: statement.unit,
  years: statement.years,
  gap: statement.gap,
  financing: statement.financing,
  target: statement.target,
  targets: statement.targets,
  targetAveraged: statement.targetAveraged,
  resultShare: statement.resultShare,
  income: { result: statement.income.result },
})
