import { fault, note, type Finding } from './finding'
import { formatSignedIn, formatIn, unitStep } from './table-unit'
import type { Framework } from './framework'
import { subtract, sum } from './money'
import { identitiesOf, type Identity } from './printed-tables'

/**
 * C15: balance and cash tables tie (LKBR 6 and 8 kap.; F12). The opening position balances, a printed line that equals
 * another does, and equity rolls forward with the result within one base. A step into an account or into the budget
 * year leaves the base that the year before was printed on: it is named with its amount, and stops nothing.
 */
export function checkTies(framework: Framework): Finding[] {
  const { identities, lost } = identitiesOf(framework)
  return [
    ...checkOpening(framework),
    ...lost.map(({ table, line, to }) =>
      fault(
        'C15',
        'edition',
        `${table.name}, ${line}: raden ”${to}” finns inte i de tryckta tabellerna. Rätta hänvisningen i ramens fil och läs in den som en ny utgåva.`,
      ),
    ),
    ...identities.flatMap(identity => {
      if (identity.difference === 0) return []
      if (identity.kind === 'equal') return [missed('C15', framework, identity)]
      if (identity.kind !== 'roll') return []
      return [
        identity.yearKind === 'plan'
          ? missed('C15', framework, identity)
          : rebased(framework, identity),
      ]
    }),
  ]
}

/**
 * C17: the printed parts add up to the printed total in the unit that is printed. A table that says of itself that
 * sums may differ by rounding is allowed half a unit for each part and for the total.
 */
export const checkPrintedSums = (framework: Framework): Finding[] =>
  identitiesOf(framework).identities.flatMap(identity => {
    const { kind, difference, parts, table } = identity
    if (kind !== 'sum' || difference === 0) return []
    const allowed = table.rounded ? unitStep[framework.unit] * (parts + 1) : 0
    return 2 * Math.abs(difference) <= allowed ? [] : [missed('C17', framework, identity)]
  })

function checkOpening({ position, unit }: Framework): Finding[] {
  if (!position) return []
  const { fixedAssets, receivables, placements, cash, ...owed } = position.opening
  const assets = sum([fixedAssets, receivables, placements, cash])
  const { equity, provisions, longTermDebt, shortTermDebt } = owed
  const debts = sum([equity, provisions, longTermDebt, shortTermDebt])
  if (assets === debts) return []
  return [
    fault(
      'C15',
      'framework',
      `Ingående balans: tillgångarna är ${formatIn(unit, assets)} ${unit} men eget kapital, avsättningar och skulder ${formatIn(unit, debts)} ${unit}, skillnad ${formatSignedIn(unit, subtract(assets, debts))} ${unit} (LKBR 6 kap.). Rätta den mot källan på sidan Ramen.`,
    ),
  ]
}

function missed(id: string, { unit }: Framework, identity: Identity): Finding {
  const { table, line, year, printed, expected, difference } = identity
  return fault(
    id,
    'framework',
    `${table.name}, ${line.name} ${year}: ${formatIn(unit, printed)} ${unit} är tryckt, men ${basisOf[identity.kind]} ${formatIn(unit, expected)} ${unit}, skillnad ${formatSignedIn(unit, difference)} ${unit} (${id === 'C15' ? 'LKBR 6 kap.' : 'praxis'}). Rätta den mot källan på sidan Ramen.`,
  )
}

const basisOf: Record<Identity['kind'], string> = {
  sum: 'raderna summerar till',
  equal: 'den ska vara lika med',
  roll: 'året innan och resultatet ger',
}

const rebased = ({ unit }: Framework, { table, line, year, difference }: Identity): Finding =>
  note(
    'C15',
    'tables',
    `${table.name}, ${line.name} ${year}: avviker ${formatSignedIn(unit, difference)} ${unit} från året innan plus resultatet. ${year} är tryckt på en ny grund, så det är ingen felräkning (LKBR 6 kap.). Fråga ekonomikontoret om källan inte förklarar det.`,
  )
