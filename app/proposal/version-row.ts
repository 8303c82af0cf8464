import type { TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { formatExactIn } from '~/budget/table-unit'
import { checkSnapshot } from './check'
import type { Snapshot } from './snapshot'

/** What the list of versions shows of one: the budget year's result and gap in its base's unit, and what the checks found. */
export type VersionFigures = {
  readonly unit: TableUnit
  readonly result: string
  readonly gap: string
  readonly isFinanced: boolean
  readonly errors: number
  readonly warnings: number
}

export function versionFigures(snapshot: Snapshot): VersionFigures {
  const { income, gap, unit } = statementOf(snapshot.framework, snapshot.amendments)
  const findings = checkSnapshot(snapshot)
  return {
    unit,
    result: formatExactIn(unit, income.result.proposed[0] ?? zero),
    gap: formatExactIn(unit, gap[0] ?? zero),
    isFinanced: gap.every(amount => amount === 0),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  }
}

/** When a version was frozen, by Swedish clocks: `24 okt. 2024 21:30`. */
export const frozenText = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(at)

/** What stands for the proposal as it is now, where a version can be chosen. */
export const nowId = 'now'
