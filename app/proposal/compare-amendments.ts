import type { Amendment, Change } from '~/budget/amendment'
import { changeName, changeText, namesOfAll, type LineNames } from '~/budget/change-name'
import type { TableUnit } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import { listIn } from '~/budget/table-unit'
import { comparePlain } from './compare-text'
import type { Work } from './common-order'
import type { Piece } from './compare-words'
import { measureNotes } from './measure-words'
import type { Snapshot } from './snapshot'

/** An amendment in force that came, went or was changed; `before` and `after` say what it does. */
export type AmendmentDifference = {
  readonly id: string
  /** As the group knows it: `Ä6 Socialnämnden`. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: string | null
  readonly after: string | null
  readonly motivation: readonly Piece[] | null
}

export function compareAmendments(
  before: Snapshot,
  after: Snapshot,
  work: Work,
): AmendmentDifference[] {
  const [old, now] = [countedIn(before), countedIn(after)]
  // one unit for both, so that what is the same reads the same
  const { unit } = after.framework
  const lines = {
    before: namesOfAll(before.framework, after.framework),
    after: namesOfAll(after.framework, before.framework),
  }
  const present = [...now.values()].flatMap((amendment): AmendmentDifference[] => {
    const was = old.get(amendment.id)
    const difference = {
      id: amendment.id,
      name: nameOf(amendment, lines.after),
      before: was ? toldOf(was.change, unit) : null,
      after: toldOf(amendment.change, unit),
      motivation: comparePlain(was?.motivation ?? '', amendment.motivation, work),
    }
    if (!was) return [{ ...difference, kind: 'added' }]
    return difference.before === difference.after && !difference.motivation
      ? []
      : [{ ...difference, kind: 'changed' }]
  })
  const gone = [...old.values()]
    .filter(({ id }) => !now.has(id))
    .map((amendment): AmendmentDifference => ({
      id: amendment.id,
      name: nameOf(amendment, lines.before),
      kind: 'removed',
      before: toldOf(amendment.change, unit),
      after: null,
      motivation: null,
    }))
  return [...present, ...gone]
}

const countedIn = ({ amendments }: Snapshot): Map<string, Amendment> =>
  new Map(inForce(amendments).map(amendment => [amendment.id, amendment]))

const nameOf = ({ number, change }: Amendment, names: LineNames): string =>
  `Ä${number} ${changeName(change, names)}`

/** What a change does, with its measures (varav) one by one. */
function toldOf(change: Change, unit: TableUnit): string {
  const measures = change.type === 'frame' ? (change.measures ?? []) : []
  const parts = measures.map(measure => {
    const notes = measureNotes(measure)
    return `varav ${measure.name} ${listIn(unit, measure.amounts)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
  })
  return [changeText(change, unit), ...parts].join('; ')
}
