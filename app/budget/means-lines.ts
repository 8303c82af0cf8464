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
    {
      name: named(centralFinance, 'Lägre finansförvaltning', 'Högre finansförvaltning'),
      amounts: centralFinance,
    },
    {
      name: named(financialNet, 'Bättre finansnetto', 'Sämre finansnetto'),
      amounts: financialNet,
    },
  ].filter(({ amounts }) => amounts.some(amount => amount !== 0))
}

/** What a part is called where it pays, and where it costs in every year instead. */
export const named = (amounts: readonly Tkr[], pays: string, costs: string): string =>
  amounts.some(amount => amount < 0) && amounts.every(amount => amount <= 0) ? costs : pays
