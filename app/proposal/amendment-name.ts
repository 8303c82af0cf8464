import type { Amendment, Recurrence } from '~/budget/amendment'
import { formatPercent, formatRate, noBreak } from '~/budget/format'
import type { Statement } from '~/budget/statement'
import { ore } from '~/budget/rate'

/** How long an amount stays, as it is said on the screen. */
export const recurrenceNames: Readonly<Record<Recurrence, string>> = {
  indexed: 'Ligger kvar och räknas upp',
  permanent: 'Ligger kvar utan uppräkning',
  'one-off': 'Bara det år som beloppet står på',
}

/** What the amendment changes: the board, the tax rate or the result target. */
export function amendmentName({ change }: Pick<Amendment, 'change'>, statement: Statement): string {
  switch (change.type) {
    case 'frame':
      return statement.boards.find(({ id }) => id === change.board)?.name ?? change.board
    case 'tax-rate':
      return 'Skattesats'
    case 'result-target':
      return 'Resultatmål'
  }
}

/** The line beside the name: how long it stays, or from what to what. */
export function amendmentTerms(
  { change }: Pick<Amendment, 'change'>,
  statement: Statement,
): string {
  switch (change.type) {
    case 'frame':
      return recurrenceNames[change.recurrence]
    case 'tax-rate': {
      const { base } = statement.taxRate
      return `${formatRate(base)} → ${formatRate(ore(base + change.ore))} kronor per 100 kronor`
    }
    case 'result-target':
      return `${formatPercent(change.target)}${noBreak}% av skatt och bidrag, alla åren`
  }
}
