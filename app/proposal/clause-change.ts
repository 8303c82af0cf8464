import { figureOf } from '~/budget/figure'
import { formatRate, noBreak } from '~/budget/format'
import type { Statement } from '~/budget/statement'
import { formatSignedExactIn } from '~/budget/table-unit'
import type { Clause } from './clause'
import { clauseParts } from './clauses'

/** What a clause changes of the base, in a line under it. `changed` is false where it decides as the base has it. */
export type ClauseChange = { readonly text: string; readonly changed: boolean }

/** Of the first figure in the clause that the base has too; null for a clause without one. */
export function clauseChange(clause: Clause, statement: Statement): ClauseChange | null {
  for (const part of clauseParts(clause, statement)) {
    const change = part.type === 'figure' ? changeOf(part.ref, statement) : null
    if (change) return change
  }
  return null
}

const asInBase: ClauseChange = { text: 'Som i ramen', changed: false }

function changeOf(written: string, statement: Statement): ClauseChange | null {
  const [ref = ''] = written.split('|')
  if (ref === 'tax.rate') {
    const { base, change } = statement.taxRate
    return change === 0 ? asInBase : { text: `Ramen: ${formatRate(base)}`, changed: false }
  }
  const figure = figureOf(statement, `${ref.replace(/\.proposed$/, '')}.change`)
  if (figure?.kind !== 'amount') return null
  if (figure.amount === 0) return asInBase
  const { unit } = statement
  return {
    text: `${formatSignedExactIn(unit, figure.amount)}${noBreak}${unit} mot ramen`,
    changed: true,
  }
}
