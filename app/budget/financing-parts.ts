import type { Financing } from './statement'

/** What can pay for additions beside tax, a lower result and savings; in the order that tables list them. */
export const otherMeans = ['otherRevenue', 'centralFinance', 'financialNet'] as const
export type OtherMeans = (typeof otherMeans)[number]

/** A part that pays, by the name that it has in tables and in the sentence of a finding. */
export const meansNames: Readonly<Record<OtherMeans, string>> = {
  otherRevenue: 'Bidrag och slutavräkning',
  centralFinance: 'Lägre finansförvaltning',
  financialNet: 'Bättre finansnetto',
}

/** The parts of the right-hand side of F16, and the reference of each in texts and clauses. */
export const financingParts: readonly {
  readonly part: Exclude<keyof Financing, 'additions'>
  readonly name: string
  readonly ref: (year: number) => string
}[] = [
  { part: 'newTax', name: 'ny skatt', ref: year => `tax.${year}.new` },
  { part: 'lowerResult', name: 'lägre resultat', ref: year => `lowerResult.${year}` },
  { part: 'savings', name: 'besparingar', ref: year => `savings.${year}` },
  { part: 'otherRevenue', name: 'bidrag och slutavräkning', ref: year => `otherRevenue.${year}` },
  {
    part: 'centralFinance',
    name: 'lägre finansförvaltning',
    ref: year => `centralFinance.${year}.change`,
  },
  { part: 'financialNet', name: 'bättre finansnetto', ref: year => `financialNet.${year}.change` },
]
