import { Change, type Amendment } from '~/budget/amendment'
import { canonicalJson } from './canonical'

/** What an amendment puts into the figures: its change, and whether that counts. */
export type FigureState = Pick<Amendment, 'change' | 'state'> & {
  /** The amendment that it replaces, null for none; left out where a step does not touch that. */
  readonly replaces?: string | null
}

/** One change of an amendment's figures; `before` is null where the amendment was new. */
export type FigureChange = { readonly before: FigureState | null; readonly after: FigureState }

/** What was saved in one go, and is undone in one go: the numbers of the amendments that it touched. */
export type FigureStep = { readonly step: string; readonly numbers: readonly number[] }

/** A member's own steps: those that can be undone, the latest first, and the one that can be made again. */
export type FigureHistory = {
  readonly undo: readonly FigureStep[]
  readonly redo: FigureStep | null
}

/** Undo takes a change back, a new amendment is withdrawn by it; redo makes the change again. */
export function wayOf({ before, after }: FigureChange, way: 'undo' | 'redo') {
  const start = before ?? { change: after.change, state: 'withdrawn' as const }
  return way === 'undo' ? { from: after, to: start } : { from: start, to: after }
}

/**
 * Makes the step from `from` to `to` on what stands there now: figures that the step does not touch stay as they are.
 * Null where one that it touches has been changed since.
 */
export function stepped(
  current: FigureState,
  { from, to }: { readonly from: FigureState; readonly to: FigureState },
): FigureState | null {
  // to withdraw or adopt an amendment is to change all of its figures
  if (from.state !== to.state && !same(current.change, from.change)) return null
  const state = merged(current.state, from.state, to.state)
  const change = mergedChange(current.change, from.change, to.change)
  const replaces = merged(current.replaces ?? null, from.replaces, to.replaces)
  if (!state.ok || !replaces.ok || !change) return null
  return {
    state: state.value,
    change,
    ...(to.replaces !== undefined && { replaces: replaces.value ?? null }),
  }
}

type Merged<T> = { readonly ok: true; readonly value: T } | { readonly ok: false }

function merged<T>(current: T, from: T, to: T): Merged<T> {
  if (same(from, to)) return { ok: true, value: current }
  return same(current, from) ? { ok: true, value: to } : { ok: false }
}

function mergedChange(current: Change, from: Change, to: Change): Change | null {
  if (from.type !== to.type || current.type !== from.type) {
    const whole = merged<Change>(current, from, to)
    return whole.ok ? whole.value : null
  }
  const [now, was, will] = [current, from, to].map(change => new Map(Object.entries(change)))
  const fields: [string, unknown][] = []
  for (const field of new Set([now, was, will].flatMap(map => [...(map?.keys() ?? [])]))) {
    const value = mergedField(now?.get(field), was?.get(field), will?.get(field))
    if (!value.ok) return null
    if (value.value !== undefined) fields.push([field, value.value])
  }
  const change = Change.safeParse(Object.fromEntries(fields))
  return change.success ? change.data : null
}

/** A list of amounts is merged year by year. */
function mergedField(current: unknown, from: unknown, to: unknown): Merged<unknown> {
  if (!isAmounts(current) || !isAmounts(from) || !isAmounts(to)) return merged(current, from, to)
  if (current.length !== from.length || from.length !== to.length) return merged(current, from, to)
  const years = current.map((amount, at) => merged(amount, from[at], to[at]))
  const values = years.flatMap(year => (year.ok ? [year.value] : []))
  return values.length === years.length ? { ok: true, value: values } : { ok: false }
}

const isAmounts = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(amount => typeof amount === 'number')

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Whether a save changes any figure at all. */
export const changesFigures = ({ before, after }: FigureChange): boolean =>
  before === null || !same(stateOf(before), stateOf(after))

/** The figures alone, without the rest of an amendment. */
export const stateOf = ({ change, state, replaces }: FigureState): FigureState => ({
  change,
  state,
  ...(replaces !== undefined && { replaces }),
})

/** Whether two states put the same into the figures, whatever they replace. */
export const sameFigures = (a: FigureState, b: FigureState): boolean =>
  a.state === b.state && same(a.change, b.change)
