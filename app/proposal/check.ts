import { checkCash } from '~/budget/check-cash'
import { checkFigures } from '~/budget/check-figures'
import { mayBeOverridden, type Finding } from '~/budget/finding'
import { checkReserve } from '~/budget/check-reserve'
import { checkPrintedSums, checkTies } from '~/budget/check-tables'
import { statementOf } from '~/budget/statement'
import { checkBase } from './check-base'
import { checkClauses } from './check-clauses'
import { checkFinancing, checkText } from './check-text'
import type { Snapshot } from './snapshot'

/** Every finding of a proposal, in the order of the checks. A proposal without an error may be exported. */
export function checkSnapshot(snapshot: Snapshot): Finding[] {
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  const found = [
    ...checkBase(snapshot),
    ...checkFigures(snapshot.framework, snapshot.amendments, statement),
    ...checkTies(snapshot.framework),
    ...checkPrintedSums(snapshot.framework),
    ...checkReserve(snapshot.framework, statement),
    ...checkCash(statement),
    ...checkFinancing(snapshot, statement),
    ...checkText(snapshot, statement),
    ...checkClauses(snapshot, statement),
  ]
  return found
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(finding => overridden(finding, snapshot.overrides))
}

/** True where nothing stops an export: no error that is not overridden. */
export const isOk = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'error')

function overridden(finding: Finding, overrides: Snapshot['overrides']): Finding {
  const override = overrides.find(
    ({ check, place }) => check === finding.id && (place === undefined || place === finding.place),
  )
  if (!override || !mayBeOverridden(finding)) return finding
  return {
    ...finding,
    severity: 'info',
    message: `${finding.message} Motiverat: ${override.reason}`,
  }
}
