import type { Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import type { Tkr } from '~/budget/money'

/** A line of the result beside the boards that another's proposal may change, one amount a year, as ours may. */
export type RivalLine = {
  /** The field of its change in the year at `i` is `${field}${i}`. */
  readonly field: string
  readonly name: string
  readonly changeOf: (amounts: Tkr[]) => Change
}

/** The lines that the base has: its grants, the settlement, central finance and the financial net. */
export function rivalLines({ grants }: Framework): RivalLine[] {
  return [
    ...grants.map(({ id, name }) => revenue(id, name)),
    revenue('settlement', 'Slutavräkning'),
    {
      field: 'central.',
      name: 'Finansförvaltning, nettokostnad',
      changeOf: amounts => ({ type: 'central-finance', amounts }),
    },
    {
      field: 'financial.',
      name: 'Finansnetto',
      changeOf: amounts => ({ type: 'financial-net', amounts }),
    },
  ]
}

const revenue = (line: string, name: string): RivalLine => ({
  field: lineField(line),
  name,
  changeOf: amounts => ({ type: 'revenue', line, amounts }),
})

/** Where a change of such a line stands in the form; null for a change of another kind. */
export function typedLine(change: Change): { field: string; amounts: readonly Tkr[] } | null {
  switch (change.type) {
    case 'revenue':
      return { field: lineField(change.line), amounts: change.amounts }
    case 'central-finance':
      return { field: 'central.', amounts: change.amounts }
    case 'financial-net':
      return { field: 'financial.', amounts: change.amounts }
    default:
      return null
  }
}

const lineField = (line: string) => `income.${line}.`

/** Whether the form has such a field for any base. */
export const isAmountField = (field: string): boolean =>
  /^(frame|income|central|financial)\./.test(field)
