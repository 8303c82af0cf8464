import type { PrintedTotals } from '~/budget/framework'

/** How the lines of the income statement read on screen. */
export const printedNames: Record<keyof PrintedTotals, string> = {
  frames: 'Summa nämndramar',
  netCosts: 'Verksamhetens nettokostnader',
  municipalTax: 'Kommunalskatt',
  taxRevenue: 'Skatteintäkter',
  grants: 'Generella statsbidrag och utjämning',
  operatingResult: 'Verksamhetens resultat',
  result: 'Årets resultat',
  balanceResult: 'Balanskravsresultat',
}
