import type {
  Amendment,
  IndexationChange,
  Recurrence,
  ResultTargetChange,
} from '~/budget/amendment'
import { changeName, type LineNames } from '~/budget/change-name'
import {
  figureList,
  formatPercent,
  formatRate,
  formatSignedPercent,
  noBreak,
} from '~/budget/format'
import { ore } from '~/budget/rate'
import type { Statement } from '~/budget/statement'
import { listIn } from '~/budget/table-unit'

/** How long an amount stays, as it is said on the screen. */
export const recurrenceNames: Readonly<Record<Recurrence, string>> = {
  indexed: 'Ligger kvar och räknas upp',
  permanent: 'Ligger kvar utan uppräkning',
  'one-off': 'Bara det år som beloppet står på',
}

/** What the amendment changes: the line, as the tables call it, or as they did where the base has it no more. */
export const amendmentName = (
  { change, formerName }: Pick<Amendment, 'change'> & { readonly formerName?: string },
  names: LineNames,
): string => formerName ?? changeName(change, names)

/** The line beside the name: how long it stays, or from what to what. */
export function amendmentTerms(
  { change }: Pick<Amendment, 'change'>,
  statement: Statement,
): string {
  switch (change.type) {
    case 'frame':
    case 'reallocation':
      return recurrenceNames[change.recurrence]
    case 'indexation':
      return indexationTerms(change)
    case 'tax-rate': {
      const { base } = statement.taxRate
      return `${formatRate(base)} → ${formatRate(ore(base + change.ore))} kronor per skattekrona`
    }
    case 'result-target':
      return targetTerms(change)
    case 'revenue':
      return change.conditional === undefined
        ? 'Plus är högre intäkt'
        : `Villkorad: ${change.conditional}`
    case 'central-finance':
      return 'Plus är högre nettokostnad'
    case 'financial-net':
      return 'Plus är bättre resultat'
    case 'result-reserve':
      return 'Plus tas ur reserven, minus läggs till den; ändrar bara balanskravsresultatet'
    case 'borrowing-limit':
      return `Ändring av ramen; nya lån ${listIn(statement.unit, change.loans)}`
    case 'investment':
      return `Investering, skrivs av på ${change.usefulLife} år`
  }
}

const indexationTerms = ({ basis, percent }: IndexationChange): string =>
  basis === 'points'
    ? `${figureList(percent.map(formatSignedPercent))} procentenheter utöver PKV`
    : `Effektiviseringskrav ${figureList(percent.map(formatPercent))}${noBreak}%`

function targetTerms({ target, perYear, average }: ResultTargetChange): string {
  const share = `${noBreak}% av skatt och bidrag`
  if (average) return `${formatPercent(target)}${share}, i genomsnitt över åren`
  return perYear && perYear.length > 0
    ? `${figureList(perYear.map(formatPercent))}${share}, år för år`
    : `${formatPercent(target)}${share}, alla åren`
}
