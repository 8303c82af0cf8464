import type { Amendment } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { formatOre, formatPercent, formatSigned } from '~/budget/format'
import { comparePlain } from './compare-text'
import type { Piece } from './compare-words'
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

export function compareAmendments(before: Snapshot, after: Snapshot): AmendmentDifference[] {
  const [old, now] = [inForce(before), inForce(after)]
  const present = [...now.values()].flatMap((amendment): AmendmentDifference[] => {
    const was = old.get(amendment.id)
    const difference = {
      id: amendment.id,
      name: nameOf(amendment, after.framework),
      before: was ? effectOf(was) : null,
      after: effectOf(amendment),
      motivation: comparePlain(was?.motivation ?? '', amendment.motivation),
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
      name: nameOf(amendment, before.framework),
      kind: 'removed',
      before: effectOf(amendment),
      after: null,
      motivation: null,
    }))
  return [...present, ...gone]
}

const inForce = ({ amendments }: Snapshot): Map<string, Amendment> =>
  new Map(
    amendments
      .filter(({ state }) => state === 'adopted')
      .map(amendment => [amendment.id, amendment]),
  )

function nameOf({ number, change }: Amendment, { boards }: Framework): string {
  switch (change.type) {
    case 'frame':
      return `Ä${number} ${boards.find(({ id }) => id === change.board)?.name ?? change.board}`
    case 'tax-rate':
      return `Ä${number} Skattesats`
    case 'result-target':
      return `Ä${number} Resultatmål`
  }
}

const recurrences = {
  indexed: 'ligger kvar och räknas upp',
  permanent: 'ligger kvar utan uppräkning',
  'one-off': 'bara det året',
}

/** What the amendment does, as its row on the budget page says it. */
function effectOf({ change }: Amendment): string {
  switch (change.type) {
    case 'frame':
      return `${change.amounts.map(formatSigned).join(', ')} tkr, ${recurrences[change.recurrence]}`
    case 'tax-rate':
      return `${change.ore > 0 ? '+' : ''}${formatOre(change.ore)}`
    case 'result-target':
      return `${formatPercent(change.target)} procent`
  }
}
