import type { Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { zero, type Tkr } from '~/budget/money'

/** A line beside the boards that another's proposal may change, one amount a year, as ours may. */
export type RivalLine = {
  /** The field of its change in the year at `i` is `${field}${i}`. */
  readonly field: string
  readonly name: string
}

/** What the result is made of beside the boards and tax: grants, the settlement, central finance and the financial net. */
export const resultLines = ({ grants }: Framework): RivalLine[] => [
  ...grants.map(({ id, name }) => ({ field: lineField(id), name })),
  { field: lineField('settlement'), name: 'Slutavräkning' },
  { field: fields.central, name: 'Finansförvaltning, nettokostnad' },
  { field: fields.financial, name: 'Finansnetto' },
]

/** What moves no result: the use of the result reserve, and of loans, where the base has them. */
export const positionLines = ({ position }: Framework): RivalLine[] => [
  { field: fields.reserve, name: 'Ur resultatreserven' },
  ...(position?.borrowingLimit ? [{ field: fields.limit, name: 'Låneram' }] : []),
  ...(position ? [{ field: fields.loans, name: 'Nya lån' }] : []),
]

/** The changes of all those lines, of the amounts that stand in a line's fields. */
export function lineChanges(
  framework: Framework,
  amountsOf: (field: string) => Tkr[],
): readonly Change[] {
  const changes: Change[] = [
    ...[...framework.grants.map(({ id }) => id), 'settlement'].map((line): Change => ({
      type: 'revenue',
      line,
      amounts: amountsOf(lineField(line)),
    })),
    { type: 'central-finance', amounts: amountsOf(fields.central) },
    { type: 'financial-net', amounts: amountsOf(fields.financial) },
    { type: 'result-reserve', amounts: amountsOf(fields.reserve) },
    ...borrowing(framework, amountsOf),
  ]
  return changes.filter(change => typedLines(change).some(({ amounts }) => amounts.some(Boolean)))
}

function borrowing({ position }: Framework, amountsOf: (field: string) => Tkr[]): Change[] {
  if (!position) return []
  const loans = amountsOf(fields.loans)
  const amounts = position.borrowingLimit ? amountsOf(fields.limit) : loans.map(() => zero)
  return [{ type: 'borrowing-limit', amounts, loans }]
}

/** Where the amounts of such a change stand in the form; none for a change of another kind. */
export function typedLines(change: Change): { field: string; amounts: readonly Tkr[] }[] {
  switch (change.type) {
    case 'revenue':
      return [{ field: lineField(change.line), amounts: change.amounts }]
    case 'central-finance':
      return [{ field: fields.central, amounts: change.amounts }]
    case 'financial-net':
      return [{ field: fields.financial, amounts: change.amounts }]
    case 'result-reserve':
      return [{ field: fields.reserve, amounts: change.amounts }]
    case 'borrowing-limit':
      return [
        { field: fields.limit, amounts: change.amounts },
        { field: fields.loans, amounts: change.loans },
      ]
    default:
      return []
  }
}

const fields = {
  central: 'central.',
  financial: 'financial.',
  reserve: 'reserve.',
  limit: 'limit.',
  loans: 'loans.',
} as const
const lineField = (line: string) => `income.${line}.`

/** Whether the form has such a field for any base. */
export const isYearlyField = (field: string): boolean =>
  /^(frame|income|central|financial|reserve|limit|loans|index|project)\./.test(field)
