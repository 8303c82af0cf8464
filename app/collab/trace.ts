import { changeName, type LineNames } from '~/budget/change-name'
import type { FigureChange } from '~/proposal/figure-step'

/** A span of time, its beginning not in it. */
export type Span = { readonly from: Date; readonly to: Date }

/** Who changed something, and when they last did. */
export type Touched = { readonly name: string; readonly at: Date }

/** Who wrote in a section, or changed amendments of a budget line, within a span: the latest first. */
export type TracedSection = {
  readonly id: string
  readonly title: string
  readonly by: readonly Touched[]
}
export type TracedLine = {
  readonly name: string
  readonly by: readonly (Touched & { readonly numbers: readonly number[] })[]
}
export type Trace = {
  readonly sections: readonly TracedSection[]
  readonly lines: readonly TracedLine[]
}

/** A logged change of an amendment, or (no change told) of its reason alone. */
export type LoggedChange = {
  readonly number: number
  readonly memberId: string
  readonly at: Date
  readonly changes: readonly FigureChange['after']['change'][]
}

/** Who changed which budget line: an amendment that moved from one line to another is told of on both. */
export function linesOf(
  logged: readonly LoggedChange[],
  names: LineNames,
  nameOf: (memberId: string) => string,
): TracedLine[] {
  const touches = logged.flatMap(({ changes, ...touch }) =>
    [...new Set(changes.map(change => changeName(change, names)))].map(line => ({
      ...touch,
      line,
    })),
  )
  return [...new Set(touches.map(({ line }) => line))].map(name => {
    const here = touches.filter(({ line }) => line === name)
    const members = [...new Set(here.map(({ memberId }) => memberId))]
    const by = members.map(memberId => {
      const own = here.filter(one => one.memberId === memberId)
      return {
        name: nameOf(memberId),
        at: new Date(Math.max(...own.map(({ at }) => Number(at)))),
        numbers: [...new Set(own.map(({ number }) => number))].toSorted((a, b) => a - b),
      }
    })
    return { name, by: latestFirst(by) }
  })
}

export const latestFirst = <T extends Touched>(touched: readonly T[]): T[] =>
  touched.toSorted((a, b) => Number(b.at) - Number(a.at))

/** The span between two moments, whichever was first. */
export const spanBetween = (a: Date, b: Date): Span =>
  a < b ? { from: a, to: b } : { from: b, to: a }
