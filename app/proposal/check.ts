import { checkCash } from '~/budget/check-cash'
import { checkFigures } from '~/budget/check-figures'
import { checkPlausible } from '~/budget/check-plausible'
import { checkReasonable } from '~/budget/check-reasonable'
import { checkSources } from '~/budget/check-sources'
import { mayBeOverridden, type Finding } from '~/budget/finding'
import { checkReserve } from '~/budget/check-reserve'
import { checkPrintedSums, checkTies } from '~/budget/check-tables'
import { inForce } from '~/budget/in-force'
import { statementOf } from '~/budget/statement'
import { checkBase } from './check-base'
import { checkClauses } from './check-clauses'
import { checkDates } from './check-dates'
import { checkGoals } from './check-goals'
import { checkPrintedTexts } from './check-printed-texts'
import { checkPromises } from './check-promises'
import { checkSentences } from './check-sentences'
import { checkFinancing, checkText } from './check-text'
import { checkUndecided } from './check-undecided'
import { checkWriting } from './check-writing'
import type { Snapshot } from './snapshot'

/**
 * Every finding of a proposal, in the order of the checks. A proposal without an error may be exported. `today` is the
 * day that dates are counted from (C22, C33): a version's is its freezing date.
 */
export function checkSnapshot(
  snapshot: Snapshot,
  today: string | null = snapshot.frozenOn,
): Finding[] {
  const { framework, amendments } = snapshot
  const statement = statementOf(framework, amendments)
  const counted = inForce(amendments)
  const found = [
    ...checkBase(snapshot),
    ...checkFigures(framework, amendments, statement),
    ...checkTies(framework),
    ...checkPrintedSums(framework),
    ...checkReserve(framework, statement),
    ...checkCash(statement),
    ...checkFinancing(snapshot, statement),
    ...checkText(snapshot, statement),
    ...checkClauses(snapshot, statement),
    ...checkSources(framework, counted),
    ...checkPlausible(framework, counted, statement),
    ...checkUndecided(snapshot),
    ...checkSentences(snapshot, statement),
    ...checkPromises(snapshot),
    ...checkWriting(snapshot),
    ...checkPrintedTexts(snapshot),
    ...checkGoals(snapshot),
    ...checkReasonable(framework, statement),
    ...(today === null ? [] : checkDates(snapshot, today)),
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
