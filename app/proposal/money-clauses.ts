import type { Amendment, ChangeType } from '~/budget/amendment'
import type { Line } from '~/budget/line'
import type { Statement } from '~/budget/statement'
import type { Clause } from './clause'
import { clause } from './new-clause'

/** Whether an amendment of one of the kinds is among them. */
const has = (counted: readonly Amendment[], ...types: ChangeType[]): boolean =>
  counted.some(({ change: { type } }) => types.includes(type))

/** Kinds that say where money comes from or goes without being a board's frame: what KL 11:6 calls financing. */
const financingTypes: readonly ChangeType[] = [
  'revenue',
  'central-finance',
  'financial-net',
  'result-reserve',
  'borrowing-limit',
  'investment',
]

/** Whether a change is decided by a clause of the financing (C09). */
export const movesFinancing = ({ type }: Amendment['change']): boolean =>
  financingTypes.includes(type)

/** The appropriation to central finance, and the income and financial net that are counted on (KL 11:6). */
export function incomeClauses(counted: readonly Amendment[], { years }: Statement): Clause[] {
  const [year] = years
  const made: Clause[] = []
  if (has(counted, 'central-finance'))
    made.push(
      clause(
        'central-finance',
        'att fastställa anslaget till finansförvaltningen för {years.budget} enligt tabellen Resultatbudget',
        ['appropriations', 'financing'],
      ),
    )
  const lines = new Set(
    counted.flatMap(({ change }) => (change.type === 'revenue' ? [change.line] : [])),
  )
  const settlement = lines.delete('settlement')
  if (lines.size > 0)
    made.push(
      clause(
        'grants',
        `att för {years.budget} räkna med {grants.${year}} i generella statsbidrag och utjämning`,
        ['financing'],
      ),
    )
  if (settlement)
    made.push(
      clause(
        'settlement',
        `att för {years.budget} räkna med {revenue.settlement.${year}.proposed} i slutavräkning av skatt`,
        ['financing'],
      ),
    )
  if (has(counted, 'financial-net'))
    made.push(
      clause(
        'financial-net',
        `att för {years.budget} räkna med ett finansnetto på {financialNet.${year}}`,
        ['financing'],
      ),
    )
  return made
}

/**
 * Investments, loans and the result reserve, which only the assembly decides (KL 11:6, 11:14), and the position that
 * they and the result lead to. Where the framework carries no figures for them, the clause points to the list of changes.
 */
export function positionClauses(counted: readonly Amendment[], statement: Statement): Clause[] {
  const { years, position } = statement
  const [year] = years
  return [
    ...(has(counted, 'investment')
      ? [
          clause(
            'investment',
            `att fastställa investeringsbudgeten enligt tabellen Investeringsbudget, för {years.budget} sammanlagt {investments.${year}}`,
            ['financing'],
          ),
        ]
      : []),
    ...(has(counted, 'borrowing-limit') ? loanClauses(statement) : []),
    ...(has(counted, 'result-reserve') ? reserveClauses(statement) : []),
    ...(position.balanceSheet && moves(position.balanceSheet.equityAndDebts)
      ? [
          clause(
            'position',
            'att fastställa kassaflödesbudgeten och balansbudgeten enligt tabellerna Kassaflödesbudget och Balansbudget',
            ['financialPosition'],
          ),
        ]
      : []),
  ]
}

const moves = ({ change }: Line): boolean => change.some(amount => amount !== 0)

function loanClauses({ years, position: { borrowing } }: Statement): Clause[] {
  const [year] = years
  const limit = borrowing?.limit && moves(borrowing.limit)
  const loans = borrowing && moves(borrowing.newLoans)
  const made = [
    ...(limit
      ? [
          clause(
            'borrowing-limit',
            `att fastställa låneramen för {years.budget} till {borrowingLimit.${year}}`,
            ['financing'],
          ),
        ]
      : []),
    ...(loans
      ? [
          clause(
            'loans',
            `att medge nyupplåning med högst {newLoans.${year}} under {years.budget}`,
            ['financing'],
          ),
        ]
      : []),
  ]
  return made.length > 0
    ? made
    : [
        clause(
          'loans',
          'att ändra låneram och nyupplåning enligt tabellen Ändringarna var för sig',
          ['financing'],
        ),
      ]
}

function reserveClauses({ years, position: { requirement } }: Statement): Clause[] {
  const [year] = years
  const { toReserve, fromReserve } = requirement
  const made: Clause[] = []
  if ((fromReserve.proposed[0] ?? 0) > 0)
    made.push(
      clause(
        'from-reserve',
        `att för {years.budget} ta {fromReserve.${year}} i anspråk ur resultatreserven`,
        ['financing'],
      ),
    )
  else if (moves(fromReserve))
    made.push(
      clause(
        'from-reserve',
        'att planera uttag ur resultatreserven enligt tabellen Balanskravsutredning',
        ['financing'],
      ),
    )
  if (moves(toReserve))
    made.push(
      clause(
        'to-reserve',
        'att reservera medel till resultatreserven enligt tabellen Balanskravsutredning',
        ['financing'],
      ),
    )
  return made
}
