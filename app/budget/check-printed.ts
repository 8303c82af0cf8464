import { fault, type Finding } from './finding'
import type { Framework, PrintedTotals } from './framework'
import { comparePrintedTotals } from './printed-totals'
import type { Statement } from './statement'
import { formatSignedExactIn, inWords } from './table-unit'

/** What each printed total is called, and the check that compares it with the computed one. */
const totals: Record<keyof PrintedTotals, { name: string; check: string }> = {
  frames: { name: 'Summa nämndramar', check: 'C02' },
  netCosts: { name: 'Verksamhetens nettokostnader', check: 'C02' },
  municipalTax: { name: 'Kommunalskatt', check: 'C06' },
  taxRevenue: { name: 'Skatteintäkter', check: 'C06' },
  grants: { name: 'Generella statsbidrag och utjämning', check: 'C03' },
  operatingResult: { name: 'Verksamhetens resultat', check: 'C03' },
  result: { name: 'Årets resultat', check: 'C03' },
  balanceResult: { name: 'Balanskravsresultat', check: 'C03' },
}

/** C02, C03 and C06: the printed totals are the computed ones (KL 11:6; LKBR 5 kap.; lag 1965:269). */
export const checkPrinted = (framework: Framework, statement: Statement): Finding[] =>
  comparePrintedTotals(framework, statement)
    .filter(({ difference }) => difference !== 0)
    .map(({ line, year, printed, computed, difference }) =>
      fault(
        totals[line].check,
        'framework',
        `${totals[line].name} ${year} är tryckt som ${inWords(framework.unit)(printed)} men blir ${inWords(framework.unit)(computed)}, skillnad ${formatSignedExactIn(framework.unit, difference)} ${framework.unit}. Rätta den mot källan på sidan Ramen.`,
      ),
    )
