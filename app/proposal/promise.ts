import type { Amendment, AmendmentState } from '~/budget/amendment'
import type { LineNames } from '~/budget/change-name'
import { inForce } from '~/budget/in-force'
import type { Measure } from '~/budget/measure'
import { amendmentName } from './amendment-name'
import type { Inline, Mark } from './section-content'
import { textBlocks } from './text-blocks'
import type { SnapshotSection } from './snapshot'

/** What a promise in the text is bound to: a measure of an amendment, or nothing (both null): *inom ram*. */
export type Pledge = Extract<Mark, { type: 'promise' }>['attrs']

/** A measure that a promise can rest on, and whether its amendment counts. */
export type PledgeRow = {
  readonly amendment: string
  readonly number: number
  /** The line that the amendment changes, as the tables call it. */
  readonly line: string
  readonly measure: Measure
  readonly standing: 'in-force' | 'replaced' | Exclude<AmendmentState, 'adopted'>
}

type Held = Pick<Amendment, 'id' | 'number' | 'state' | 'replaces' | 'change'> & {
  readonly formerName?: string
}

/** Every measure of a proposal, in the order of the amendments. */
export function pledgeRows(amendments: readonly Held[], names: LineNames): PledgeRow[] {
  const counted = new Set(inForce(amendments).map(({ id }) => id))
  return amendments.flatMap((amendment): PledgeRow[] => {
    const { id, number, state, change } = amendment
    if (change.type !== 'frame') return []
    const standing = counted.has(id) ? 'in-force' : state === 'adopted' ? 'replaced' : state
    const line = amendmentName(amendment, names)
    return (change.measures ?? []).map(measure => ({
      amendment: id,
      number,
      line,
      measure,
      standing,
    }))
  })
}

export const isWithinFrame = ({ amendment }: Pledge): boolean => amendment === null

export const pledgeRow = (rows: readonly PledgeRow[], pledge: Pledge): PledgeRow | undefined =>
  rows.find(row => row.amendment === pledge.amendment && row.measure.id === pledge.measure)

const lost: Readonly<Record<Exclude<PledgeRow['standing'], 'in-force'>, string>> = {
  suggested: 'är bara föreslagen och räknas inte än',
  deferred: 'är uppskjuten och räknas inte',
  withdrawn: 'är tillbakadragen',
  replaced: 'är ersatt av en annan ändring',
}

/** Why a promise has no money today, as a sentence; null where it has, or is *inom ram*. */
export function lostMoney(rows: readonly PledgeRow[], pledge: Pledge): string | null {
  if (isWithinFrame(pledge)) return null
  const row = pledgeRow(rows, pledge)
  if (!row) return 'Åtgärden finns inte längre.'
  return row.standing === 'in-force' ? null : `Ä${row.number} ${lost[row.standing]}.`
}

/** The words of a text that are marked as one promise, and where they stand. */
export type Promised = { readonly words: string; readonly pledge: Pledge; readonly block: number }

/** The promise that a run belongs to. */
export const pledgeOf = (run: Inline | undefined): Pledge | null => {
  const mark = run?.type === 'text' ? run.marks?.find(({ type }) => type === 'promise') : undefined
  return mark?.type === 'promise' ? mark.attrs : null
}

export const samePledge = (a: Pledge | null, b: Pledge | null): boolean =>
  a?.amendment === b?.amendment && a?.measure === b?.measure

/** The promises of a section. Bold inside the mark does not divide it. */
export const promisesIn = ({ content }: Pick<SnapshotSection, 'content'>): Promised[] =>
  textBlocks(content).flatMap(({ number, content: runs }) => {
    const found: Promised[] = []
    let before: Pledge | null = null
    for (const run of runs) {
      const pledge = pledgeOf(run)
      const words = run.type === 'text' ? run.text : '\n'
      const last = found.at(-1)
      if (pledge && last && samePledge(pledge, before))
        found[found.length - 1] = { ...last, words: last.words + words }
      else if (pledge) found.push({ words, pledge, block: number })
      before = pledge
    }
    return found
  })
