import type { Tkr } from './money'
import type { Financing } from './statement'

/** What can pay for additions beside tax, a lower result and savings; in the order that tables list them. */
export const otherMeans = ['otherRevenue', 'centralFinance', 'financialNet'] as const
export type OtherMeans = (typeof otherMeans)[number]

type Part = Exclude<keyof Financing, 'additions'>
type Words = { readonly pays: string; readonly costs: string }

/** What each part is called where it pays, and where it costs instead. */
const words: Readonly<Record<Part, Words>> = {
  newTax: { pays: 'Ny skatt', costs: 'Lägre skatt' },
  lowerResult: { pays: 'Lägre resultat', costs: 'Högre resultat' },
  savings: { pays: 'Besparingar', costs: 'Besparingar' },
  otherRevenue: { pays: 'Bidrag och slutavräkning', costs: 'Bidrag och slutavräkning' },
  centralFinance: { pays: 'Lägre finansförvaltning', costs: 'Högre finansförvaltning' },
  financialNet: { pays: 'Bättre finansnetto', costs: 'Sämre finansnetto' },
}

/** A part by the name that it has in tables: by what it does where it never pays. */
export const partName = (part: Part, amounts: readonly Tkr[]): string =>
  amounts.some(amount => amount < 0) && amounts.every(amount => amount <= 0)
    ? words[part].costs
    : words[part].pays

/** The parts of the right-hand side of F16, and the reference of each in texts and clauses. */
export const financingParts: readonly {
  readonly part: Part
  readonly ref: (year: number) => string
}[] = [
  { part: 'newTax', ref: year => `tax.${year}.new` },
  { part: 'lowerResult', ref: year => `lowerResult.${year}` },
  { part: 'savings', ref: year => `savings.${year}` },
  { part: 'otherRevenue', ref: year => `otherRevenue.${year}` },
  { part: 'centralFinance', ref: year => `centralFinance.${year}.change` },
  { part: 'financialNet', ref: year => `financialNet.${year}.change` },
]
