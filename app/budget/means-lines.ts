import { partName } from './financing-parts'
import type { Tkr } from './money'
import type { Statement } from './statement'

type Means = { readonly name: string; readonly amounts: readonly Tkr[] }

/** What pays beside tax, result and savings: each line of income by its name, central finance and financial net. */
export function meansLines({ grants, settlement, financing }: Statement): Means[] {
  const centralFinance = financing.map(year => year.centralFinance)
  const financialNet = financing.map(year => year.financialNet)
  return [
    ...grants.map(({ name, change }) => ({ name, amounts: change })),
    { name: 'Slutavräkning', amounts: settlement.change },
    { name: partName('centralFinance', centralFinance), amounts: centralFinance },
    { name: partName('financialNet', financialNet), amounts: financialNet },
  ].filter(({ amounts }) => amounts.some(amount => amount !== 0))
}
