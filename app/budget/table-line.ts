import { otherMeans, partName } from './financing-parts'
import type { Financing, Statement } from './statement'

/** A row of the budget page's tables: a key that stays while its name may change, and the name that the table gives it. */
export type TableLine = { readonly key: string; readonly name: string }

/** The rows of the income statement that every proposal may have, by key. */
export const resultLines = {
  'operations.revenue': 'Verksamhetens intäkter',
  'operations.costs': 'Verksamhetens kostnader',
  'operations.depreciation': 'Avskrivningar',
  boards: 'Nämndernas ramar',
  centralFinance: 'Finansförvaltning',
  netCosts: 'Nettokostnader',
  taxRevenue: 'Skatteintäkter',
  settlement: 'Slutavräkning',
  grants: 'Generella bidrag',
  financialNet: 'Finansnetto',
  result: 'Årets resultat',
  resultShare: 'Resultat, % av skatt och bidrag',
  target: 'Över resultatmålet',
} as const
export type ResultLine = keyof typeof resultLines

export const frameKey = (board: string): string => `frame.${board}`
export const grantKey = (grant: string): string => `grant.${grant}`
export const financingKey = (part: keyof Financing | 'gap'): string => `financing.${part}`
export const framesKey = 'frames'
export const taxRateKey = 'taxRate'

/** Every row of the budget page, in the order in which they are read; also those that show only once they are changed. */
export function tableLines({ boards, grants, income }: Statement): TableLine[] {
  const { operations } = income
  const hidden: ResultLine[] = operations
    ? ['boards']
    : ['operations.revenue', 'operations.costs', 'operations.depreciation']
  return [
    { key: taxRateKey, name: 'Skattesats' },
    ...boards.map(({ id, name }) => ({ key: frameKey(id), name })),
    { key: framesKey, name: 'Summa ramar' },
    ...resultKeys
      .filter(key => !hidden.includes(key))
      .map(key => ({ key, name: resultLines[key] })),
    ...grants.map(({ id, name }) => ({ key: grantKey(id), name })),
    { key: financingKey('additions'), name: 'Satsningar, summa' },
    { key: financingKey('newTax'), name: 'Skatt' },
    { key: financingKey('savings'), name: 'Besparingar' },
    ...otherMeans.map(part => ({ key: financingKey(part), name: partName(part, []) })),
    { key: financingKey('lowerResult'), name: 'Lägre resultat' },
    { key: financingKey('gap'), name: 'Kvar att finansiera' },
  ]
}

const resultKeys = Object.keys(resultLines) as ResultLine[]
