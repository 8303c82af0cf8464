import type { Change } from '~/budget/amendment'
import type { BaseLine } from '~/budget/base-line'
import { boardOf } from '~/budget/board-index'
import { decidedYears } from '~/budget/decided-years'
import type { Framework, Year } from '~/budget/framework'
import { negate, type Tkr } from '~/budget/money'
import type { Rebased } from '~/budget/rebase'

/** A line of the base in one year, in both editions, in tkr; null where an edition has no such line or no such year. */
export type RebasedLine = {
  /** The board, where the amendment stands on two; else empty. */
  readonly board: string
  readonly year: Year
  readonly before: Tkr | null
  readonly after: Tkr | null
  /** What the amendment did to it in the old edition. */
  readonly change: Tkr | null
}

/**
 * The lines that an amendment stands on, year by year: those of two boards one after the other. None where the line is
 * a rate. A year is met by itself, whatever place it has in its edition.
 */
export function rebasedLines(
  { amendment, before, after, change }: Rebased,
  base: Framework,
): RebasedLine[] {
  const [was, is] = [amountsIn(before), amountsIn(after)]
  if (!was && !is) return []
  const decided = decidedYears(base).map(({ year }) => year)
  const years = [...new Set([...(was?.years ?? []), ...(is?.years ?? [])])].toSorted(
    (a, b) => a - b,
  )
  return partsOf(amendment.change, base).flatMap(({ board, sign }, part) =>
    years.map(year => {
      const ours = change?.[decided.indexOf(year)] ?? null
      return {
        board,
        year,
        before: was?.of(part, year) ?? null,
        after: is?.of(part, year) ?? null,
        change: ours !== null && sign === 'less' ? negate(ours) : ours,
      }
    }),
  )
}

/** The boards that a line is made of, as the base's line has them one after the other. */
function partsOf(change: Change, base: Framework): { board: string; sign: 'more' | 'less' }[] {
  if (change.type !== 'reallocation') return [{ board: '', sign: 'more' }]
  const nameOf = (id: string) => boardOf(base, id)?.name ?? id
  return [
    { board: nameOf(change.from), sign: 'less' },
    { board: nameOf(change.to), sign: 'more' },
  ]
}

function amountsIn(line: BaseLine | null) {
  if (line?.unit !== 'tkr') return null
  const { years, amounts } = line
  return {
    years,
    of: (part: number, year: Year) => {
      const at = years.indexOf(year)
      return at < 0 ? null : (amounts[part * years.length + at] ?? null)
    },
  }
}
