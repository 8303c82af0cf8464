import type { Amendment, Change } from '~/budget/amendment'
import { changeName } from '~/budget/change-name'
import { effectOf } from '~/budget/effect'
import { inForce } from '~/budget/in-force'
import { zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatSignedExactIn } from '~/budget/table-unit'
import type { Snapshot } from '~/proposal/snapshot'
import type { MarginNote } from './report'
import { countWord } from './report-sentence'

/** Notes that stand beside a short text; the list of changes has them all. */
const roomFor = 4

/**
 * What the section argues for: each board whose frame it changes with its whole change, which is what the board table
 * shows, and each other line with what its amendment does. What moves no money has no note.
 */
export function marginNotes(
  section: string,
  { amendments, framework }: Snapshot,
  { unit, boards, grants, years }: Statement,
): MarginNote[] {
  const argued = inForce(amendments).filter(amendment => amendment.section === section)
  const changed = new Set(argued.flatMap(({ change }) => boardsOf(change)))
  const note = (name: string, amounts: readonly Tkr[]): MarginNote => ({
    name,
    years: years.map((year, i) => ({
      year,
      change: formatSignedExactIn(unit, amounts[i] ?? zero),
    })),
  })
  const notes = [
    ...boards.filter(({ id }) => changed.has(id)).map(({ name, change }) => note(name, change)),
    ...argued.filter(isOther).flatMap(({ change }) => {
      const effect = effectOf(framework, change)
      return effect ? note(changeName(change, { boards, grants }), effect) : []
    }),
  ]
  const rest = notes.length - roomFor
  return rest <= 1
    ? notes
    : [...notes.slice(0, roomFor), { name: `och ${countWord(rest)} ändringar till`, years: [] }]
}

function boardsOf(change: Change): string[] {
  switch (change.type) {
    case 'frame':
      return [change.board]
    case 'reallocation':
      return [change.from, change.to]
    case 'indexation':
      return change.boards
    default:
      return []
  }
}

const isOther = ({ change }: Amendment): boolean => boardsOf(change).length === 0
