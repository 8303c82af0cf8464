import { changeName, type LineNames } from '~/budget/change-name'
import type { FigureChange } from '~/proposal/figure-step'
import type { Touch } from '~/proposal/touch'

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
/** A title, a place in the order, a goal or an indicator, or figures of the base: `section` where it is of one. */
export type TracedOther = Touched & { readonly what: string; readonly section: string | null }
export type Trace = {
  readonly sections: readonly TracedSection[]
  readonly lines: readonly TracedLine[]
  readonly others: readonly TracedOther[]
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

/** What is done to a thing, and by whom, once for each: told of by its latest name. */
export function othersOf(
  touches: readonly (Touch & { readonly memberId: string; readonly at: Date })[],
  nameOf: (memberId: string) => string,
): TracedOther[] {
  const last = new Map<string, TracedOther>()
  for (const touch of touches.toSorted((a, b) => Number(a.at) - Number(b.at))) {
    const { kind, place, name, does, memberId, at } = touch
    const section = kind === 'section' ? place : null
    const what = doneTo[kind](name, does)
    last.set(`${kind} ${place} ${does} ${memberId}`, { what, section, name: nameOf(memberId), at })
  }
  return latestFirst([...last.values()])
}

/** A thing and what was done to it, in the gender of its kind. */
const doneTo: Record<Touch['kind'], (name: string, does: Touch['does']) => string> = {
  section: (name, does) =>
    does === 'renamed' ? `Rubriken ”${name}”` : `Avsnittet ”${name}”, ${neuter[does]}`,
  goal: (name, does) => `Målet ”${name}”, ${neuter[does]}`,
  indicator: (name, does) => `Indikatorn ”${name}”, ${common[does]}`,
}

const neuter: Record<Touch['does'], string> = {
  added: 'nytt',
  renamed: 'ändrat',
  changed: 'ändrat',
  moved: 'flyttat',
  removed: 'borttaget',
  returned: 'tillbakalagt',
}
const common: Record<Touch['does'], string> = {
  added: 'ny',
  renamed: 'ändrad',
  changed: 'ändrad',
  moved: 'flyttad',
  removed: 'borttagen',
  returned: 'tillbakalagd',
}

/** Who corrected figures of the base, and how many. */
export function correctionsOf(
  corrections: readonly { readonly field: string; readonly memberId: string; readonly at: Date }[],
  nameOf: (memberId: string) => string,
): TracedOther[] {
  const members = [...new Set(corrections.map(({ memberId }) => memberId))]
  return members.map(memberId => {
    const own = corrections.filter(one => one.memberId === memberId)
    const figures = new Set(own.map(({ field }) => field)).size
    return {
      what: `Budgetramen, ${figures === 1 ? '1 rättat belopp' : `${figures} rättade belopp`}`,
      section: null,
      name: nameOf(memberId),
      at: new Date(Math.max(...own.map(({ at }) => Number(at)))),
    }
  })
}
