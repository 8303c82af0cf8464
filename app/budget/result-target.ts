import type { Amendment } from './amendment'
import type { Framework } from './framework'
import { lastOf } from './in-force'
import { sum, tkr, zero, type Tkr } from './money'
import type { MilliPercent } from './rate'

/** The target in force in each year, or none; `averaged` where it is met over the whole period. */
export type Target = { readonly perYear: (MilliPercent | null)[]; readonly averaged: boolean }

/** The amendment's target, else the framework's. Of several the one with the highest number counts (C11 names them). */
export function targetOf(
  framework: Framework,
  counted: readonly Amendment[],
  years: number,
): Target {
  const own = lastOf(counted, 'result-target')
  const list = own?.average ? undefined : own?.perYear
  const one = own?.target ?? framework.resultTarget
  return {
    perYear: Array.from({ length: years }, (_, i) => list?.[i] ?? one),
    averaged: own?.average ?? false,
  }
}

/**
 * Kvar att finansiera and utrymme of each year: what the result is missing to what the target asks for, rounded up, or
 * has above it, rounded down, in whole tkr. An average target has one gap or margin, under the budget year: sum of
 * results against the target's share of the sum of tax and grants.
 */
export function distances(
  target: Target,
  results: readonly Tkr[],
  taxAndGrants: readonly Tkr[],
): { gap: Tkr; margin: Tkr }[] {
  if (target.averaged) {
    const whole = distance(sum(taxAndGrants), target.perYear[0] ?? null, sum(results))
    return results.map((_, i) => (i === 0 ? whole : { gap: zero, margin: zero }))
  }
  return results.map((result, i) =>
    distance(taxAndGrants[i] ?? zero, target.perYear[i] ?? null, result),
  )
}

// In hundred-thousandths of a tkr, so that nothing is rounded before the difference.
function distance(taxAndGrants: Tkr, target: MilliPercent | null, result: Tkr) {
  const required = BigInt(taxAndGrants) * BigInt(target ?? 0)
  const missing = required - BigInt(result) * 100_000n
  return {
    gap: missing > 0n ? tkr(Number((missing + 99_999n) / 100_000n)) : zero,
    margin: missing < 0n ? tkr(Number(-missing / 100_000n)) : zero,
  }
}
