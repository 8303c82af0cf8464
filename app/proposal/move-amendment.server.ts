import type { Actor } from '~/group/policy'
import { refused, type Outcome } from '~/outcome'
import { leadsFrom, mayMove, moves, stateNames, type MoveName } from './moves'
import {
  contentOf,
  leadersOnly,
  saveAmendment,
  writeOver,
  type SavedAmendment,
  type Seen,
} from './save-amendment.server'

/** Suggests, adopts, defers or withdraws an amendment. It keeps its number, its reason and its comments. */
export function moveAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  move: MoveName,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  const { to } = moves[move]
  return saveAmendment(
    actor,
    proposalId,
    seen,
    saved => ({ ...contentOf(saved), state: to }),
    async (saving, saved) => {
      if (mayMove(move, saved.state, saving.rights))
        return writeOver(saving, saved, { ...contentOf(saved), state: to })
      // what is there already, or was moved on by somebody else
      if (!leadsFrom(move, saved.state))
        return refused({
          kind: 'conflict',
          message: `Ä${saved.number} är redan ${stateNames[saved.state].toLowerCase()}.`,
        })
      return leadersOnly
    },
    now,
  )
}
