import type { TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import { signedWithUnit } from '~/budget/table-unit'
import type { Pledge, PledgeRow } from '~/proposal/promise'

/** What a promise can be bound to, as a list shows it. */
export type PromiseChoice = {
  readonly ref: string
  readonly label: string
  readonly text: string
  readonly pledge: Pledge
}

/** *Inom ram*, and every measure of an amendment in force. */
export const promiseChoices = (rows: readonly PledgeRow[], unit: TableUnit): PromiseChoice[] => [
  {
    ref: 'inom-ram',
    label: 'Inom ram',
    text: 'inga nya pengar',
    pledge: { amendment: null, measure: null },
  },
  ...rows
    .filter(({ standing }) => standing === 'in-force')
    .map(({ amendment, number, line, measure }) => ({
      ref: `${amendment}-${measure.id}`,
      label: `${measure.name}, Ä${number} ${line}`,
      text: signedWithUnit(unit, measure.amounts.find(amount => amount !== 0) ?? zero),
      pledge: { amendment, measure: measure.id },
    })),
]
