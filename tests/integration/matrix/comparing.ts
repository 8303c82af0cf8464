import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { loadAlternativesPage } from '~/proposal/load-alternatives-page.server'
import { needs, type Command } from './command'

const seen = (id: string) => ({ id, revision: 1 })

/** The commands that set other figures beside the proposal's. */
export const comparing: Readonly<Record<string, Command>> = {
  editAlternatives: needs(
    'keep-alternatives',
    (actor, { proposalId, alternativeId, suggestionId }, now) =>
      editAlternatives(
        actor,
        proposalId,
        {
          type: 'change',
          ...seen(alternativeId),
          name: 'Med allt',
          settings: new Map([[suggestionId, 'on']]),
        },
        now,
      ),
  ),
  loadAlternativesPage: needs('read', (actor, { proposalId }) =>
    loadAlternativesPage(actor, proposalId, true),
  ),
}
