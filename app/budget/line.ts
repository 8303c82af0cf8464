import { add, negate, subtract, sumOf, zero, type Tkr } from './money'

/** A line of a table: base, our change and what we propose, one entry for each year of the proposal. */
export type Line = { readonly base: Tkr[]; readonly change: Tkr[]; readonly proposed: Tkr[] }

export const lineOf = (base: Tkr[], proposed: Tkr[]): Line => ({
  base,
  proposed,
  change: proposed.map((amount, i) => subtract(amount, base[i] ?? zero)),
})

/** The base with amounts added to it; missing amounts are zero. */
export const changedBy = (base: Tkr[], change: readonly Tkr[]): Line =>
  lineOf(
    base,
    base.map((amount, i) => add(amount, change[i] ?? zero)),
  )

/** Cost as minus, income as plus, or the other way round. */
export const flip = (line: Line): Line => lineOf(line.base.map(negate), line.proposed.map(negate))

/** The sum of lines over `count` years. */
export function sumLines(lines: readonly Line[], count: number): Line {
  const total = (column: 'base' | 'proposed') =>
    Array.from({ length: count }, (_, i) => sumOf(lines, line => line[column][i] ?? zero))
  return lineOf(total('base'), total('proposed'))
}
