import { dateInSweden } from '~/ui/date'

type Frozen = { readonly id: string; readonly frozenAt: Date }

const hour = 3_600_000
const dayLong = 24 * hour

/**
 * Which automatic versions are not kept any more: all of the last 24 hours are, the last of each day for a month after,
 * and the last of each week after that. Days and weeks are Sweden's.
 */
export function thinnedOut(versions: readonly Frozen[], now: Date): string[] {
  const kept = new Set<string>()
  const latestFirst = versions.toSorted((a, b) => Number(b.frozenAt) - Number(a.frozenAt))
  return latestFirst.flatMap(({ id, frozenAt }) => {
    const span = spanOf(frozenAt, now)
    if (span === null) return []
    if (kept.has(span)) return [id]
    kept.add(span)
    return []
  })
}

/** The day or week of which one version is kept; null where all are. */
function spanOf(frozenAt: Date, now: Date): string | null {
  const age = Number(now) - Number(frozenAt)
  if (age <= dayLong) return null
  const day = dateInSweden(frozenAt)
  return age <= 31 * dayLong ? `day ${day}` : `week ${mondayOf(day)}`
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return new Date(Number(date) - sinceMonday * dayLong).toISOString().slice(0, 10)
}
