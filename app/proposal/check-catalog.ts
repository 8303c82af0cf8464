import { additionsPerInhabitant } from '~/budget/check-reasonable'
import { averageShare } from '~/budget/check-figures'
import { usesOf } from '~/budget/check-sources'
import { otherMeans } from '~/budget/financing-parts'
import { figureList, formatKronor, formatPercent, formatRate, formatShare } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { negate, zero, type Tkr } from '~/budget/money'
import { operationLines } from '~/budget/operations'
import { inForce } from '~/budget/in-force'
import { identitiesOf } from '~/budget/printed-tables'
import type { Statement } from '~/budget/statement'
import { formatExactIn, formatSignedExactIn, inWords } from '~/budget/table-unit'
import type { CatalogedCheck } from './cataloged-check'
import { textChecks } from './check-catalog-text'
import { MandatoryItem } from './clause'
import type { Snapshot } from './snapshot'

const figureChecks: readonly CatalogedCheck[] = [
  {
    id: 'C01',
    name: 'En och samma grund',
    source: 'praxis',
    proof: ({ amendments, framework }) =>
      `${amendments.length === 0 ? 'Inga ändringar än; de' : `Alla ${amendments.length} ändringar`} räknas mot ${framework.name}, utgåva ${framework.edition}`,
  },
  {
    id: 'C02',
    name: 'Ramarna summerar',
    source: 'KL 11:6',
    proof: (_, statement) => sumProof(statement),
  },
  {
    id: 'C03',
    name: 'Resultatet går ihop',
    source: 'LKBR 5 kap.',
    proof: (_, { income, taxAndGrants, unit }) =>
      `${terms(
        unit,
        [income.netCosts, taxAndGrants, income.financialNet].map(line => line.proposed[0] ?? zero),
      )} = ${first(unit, income.result.proposed)}`,
  },
  {
    id: 'C04',
    name: 'Finansieringen täcker',
    source: 'KL 11:6',
    proof: (_, { financing, unit }) => {
      const [year] = financing
      if (!year) return ''
      const others = otherMeans.map(part => year[part]).filter(amount => amount !== 0)
      const paid = [year.newTax, year.lowerResult, year.savings, ...others]
      return `${terms(unit, [year.additions, ...paid.map(negate)])} = ${formatExactIn(unit, zero)}`
    },
  },
  {
    id: 'C05',
    name: 'Varje tal i texten följer en rad',
    source: 'praxis',
    proof: ({ sections }) =>
      `Alla belopp i ${sections.length} avsnitt är kopplade eller fristående`,
  },
  {
    id: 'C06',
    name: 'Skattesatsen stämmer',
    source: 'KL 11:6, lag 1965:269',
    proof: (_, { taxRate, financing, unit }) =>
      taxRate.known
        ? `${formatRate(taxRate.base)} ${taxRate.change < 0 ? '' : '+ '}${formatRate(taxRate.change)} = ${formatRate(taxRate.proposed)}, ger ${formatExactIn(unit, financing[0]?.newTax ?? zero)}`
        : 'Budgetramen har ingen skattesats, och ingen ändras',
  },
  {
    id: 'C07',
    name: 'Att-satserna stämmer',
    source: 'KL 5:53, 5:67',
    proof: ({ clauses }) =>
      `År, skattesats och summor i ${clauses.length} att-satser följer tabellerna`,
  },
  {
    id: 'C08',
    name: 'Intäkterna överstiger kostnaderna',
    source: 'KL 11:5',
    proof: (_, { income, unit }) => `${first(unit, income.result.proposed)} > 0`,
  },
  {
    id: 'C09',
    name: 'Obligatoriskt innehåll finns',
    source: 'KL 11:6, 11:6 a',
    proof: ({ mandatory }) => {
      const own = Object.values(mandatory).filter(item => item === 'own').length
      const all = MandatoryItem.options.length
      return `${all} av ${all} delar: ${own} egna, ${all - own} enligt kommunstyrelsens förslag`
    },
  },
  {
    id: 'C10',
    name: 'Tre år',
    source: 'KL 11:6',
    proof: (_, { years }) => `Alla ändringar har belopp för ${years[0]}–${years.at(-1)}`,
  },
  {
    id: 'C11',
    name: 'Resultatmålet nås, oavrundat',
    source: 'KL 11:6',
    proof: (_, statement) => {
      const { target, targetAveraged, resultShare, margin, years, unit } = statement
      const share = targetAveraged ? averageShare(statement) : resultShare.proposed[0]
      if (target === null || !share) return 'Inget resultatmål är satt'
      const when = targetAveraged ? ` i genomsnitt ${years[0]}–${years.at(-1)}` : ''
      return `${formatShare(share)} ≥ ${formatPercent(target)}${when}, utrymme ${inWords(unit)(margin[0] ?? zero)}`
    },
  },
  {
    id: 'C12',
    name: 'Ramkedjan stämmer',
    source: 'praxis',
    proof: ({ framework }, { boards, unit }) => chainProof(unit, framework.boards[0], boards[0]),
  },
  {
    id: 'C13',
    name: 'Inget räknas två gånger',
    source: 'praxis',
    proof: ({ amendments }) => sourcesProof(inForce(amendments).flatMap(usesOf).length),
  },
  {
    id: 'C14',
    name: 'Alla nämnder finns med',
    source: 'KL 11:6, 11:7',
    proof: ({ framework: { boards } }) =>
      boards.length === 0
        ? 'Budgetramen är inte delad på nämnder'
        : `${boards.length} av ${boards.length}`,
  },
  {
    id: 'C15',
    name: 'Balans och kassa går ihop',
    source: 'LKBR 6 kap., KL 11:6',
    proof: (_, { position: { balanceSheet }, unit }) =>
      balanceSheet
        ? `${first(unit, balanceSheet.assets.proposed)} = ${first(unit, balanceSheet.equityAndDebts.proposed)}`
        : 'Budgetramen har ingen balansbudget att räkna från',
  },
  {
    id: 'C17',
    name: 'Tryckta delar summerar',
    source: 'praxis',
    proof: ({ framework }) => {
      const sums = identitiesOf(framework).identities.filter(({ kind }) => kind === 'sum').length
      return sums > 0
        ? `${sums} av ${sums} tryckta summor stämmer i ${framework.unit}`
        : 'Budgetramen har inga tryckta tabeller att räkna efter'
    },
  },
  {
    id: 'C20',
    name: 'Planåren går ihop',
    source: 'KL 11:1, 11:6',
    proof: (_, { income, target, unit }) =>
      target === null
        ? `${listed(unit, income.result.proposed.slice(1))} ≥ 0`
        : 'Resultatmålet gäller också planåren, se C11',
  },
  {
    id: 'C21',
    name: 'Resultatreserven hålls inom lagens gränser',
    source: 'KL 11:14',
    proof: (_, { position: { requirement, balanceSheet }, unit }) => {
      const moved = [requirement.toReserve, requirement.fromReserve].some(line =>
        line.proposed.some(amount => amount !== 0),
      )
      if (!moved) return 'Reserven används inte och inget sätts av'
      const after = balanceSheet?.resultReserve?.proposed.at(-1)
      return after === undefined
        ? 'Avsättningen ryms; budgetramen säger inte hur stor reserven är'
        : `Avsättning och uttag ryms, reserven blir ${formatExactIn(unit, after)}`
    },
  },
  {
    id: 'C22',
    name: 'Ramen är aktuell',
    source: 'SKR',
    proof: ({ framework }) =>
      framework.publishedOn === undefined
        ? 'Ramen säger inte när den är publicerad'
        : `Ramen är från ${framework.publishedOn}, ingen senare prognos är att vänta på`,
  },
  {
    id: 'C26',
    name: 'Likviditet och låneram räcker',
    source: 'KL 11:6',
    proof: (_, { position: { cashFlow }, years, unit }) =>
      cashFlow
        ? `Likvida medel ${listed(unit, cashFlow.closing.proposed)} i slutet av ${years.join(', ')}`
        : 'Budgetramen har ingen kassaflödesbudget att räkna från',
  },
  {
    id: 'C34',
    name: 'Storleken är rimlig',
    source: 'praxis',
    proof: ({ framework }, statement) => {
      const each = additionsPerInhabitant(framework, statement)
      return each === null
        ? 'Ramen säger inte hur många invånare kommunen har'
        : `Satsningarna är ${formatKronor(each)} kronor per invånare ${statement.years[0]}`
    },
  },
]

/** The checks that every proposal goes through, in the order of their numbers. */
export const checkCatalog: readonly CatalogedCheck[] = [...figureChecks, ...textChecks].toSorted(
  (a, b) => a.id.localeCompare(b.id),
)

/** The budget year's amount, and every year's: exact, in the base's unit. */
const first = (unit: TableUnit, years: readonly Tkr[]): string =>
  formatExactIn(unit, years[0] ?? zero)
const listed = (unit: TableUnit, years: readonly Tkr[]): string =>
  figureList(years.map(amount => formatExactIn(unit, amount)))

function sourcesProof(count: number): string {
  if (count === 0) return 'Ingen ändring säger vilka pengar den räknar med'
  return count === 1
    ? 'En källa är namngiven och räknas en gång'
    : `${count} källor är namngivna, var och en räknas en gång`
}

/** The frames and the rest of the net costs; of a base without boards, the parts that it prints instead. */
function sumProof({ frames, income, unit }: Statement): string {
  const { centralFinance, operations, netCosts } = income
  if (!operations)
    return `${first(unit, frames.proposed)} + ${first(unit, centralFinance.proposed.map(negate))} = ${first(unit, netCosts.proposed.map(negate))}`
  const parts = [...operationLines(operations), centralFinance]
  return `${terms(
    unit,
    parts.map(({ proposed }) => proposed[0] ?? zero),
  )} = ${first(unit, netCosts.proposed)}`
}

function chainProof(
  unit: TableUnit,
  board: Snapshot['framework']['boards'][number] | undefined,
  line: Statement['boards'][number] | undefined,
): string {
  if (board?.previousFrame === undefined || !line)
    return 'Budgetramen har ingen tryckt kedja att räkna efter'
  const steps = [board.indexation?.[0], board.volume?.[0], board.adjustment?.[0], line.change[0]]
  const all = [board.previousFrame, ...steps.map(step => step ?? zero)]
  return `${board.id}: ${terms(unit, all)} = ${first(unit, line.proposed)}`
}

/** Amounts as a sum is written: `87 000 − 35 280 − 51 720`. What adds nothing is left out. */
const terms = (unit: TableUnit, amounts: readonly Tkr[]): string =>
  amounts
    .filter((amount, i, all) => amount !== 0 || (i === 0 && all.every(each => each === 0)))
    .map((amount, i) =>
      i === 0
        ? formatExactIn(unit, amount)
        : formatSignedExactIn(unit, amount).replace(/^./, '$& '),
    )
    .join(' ')
