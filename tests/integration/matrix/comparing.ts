import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { addRival, editRivals } from '~/proposal/edit-rivals.server'
import { loadAlternativesPage } from '~/proposal/load-alternatives-page.server'
import { loadRivalsPage } from '~/proposal/load-rivals-page.server'
import { demoFramework } from '../../../prisma/demo/framework'
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
  editRivals: needs('keep-rivals', (actor, { proposalId, rivalId }, now) =>
    editRivals(
      actor,
      proposalId,
      {
        type: 'change',
        ...seen(rivalId),
        name: 'De',
        source: 'Protokollet',
        datedOn: null,
        typed: {},
      },
      now,
    ),
  ),
  addRival: needs('keep-rivals', (actor, { proposalId }, now) =>
    addRival(
      actor,
      proposalId,
      { name: 'De', source: 'Filen', datedOn: null, framework: demoFramework, amendments: [] },
      now,
    ),
  ),
  loadRivalsPage: needs('read', (actor, { proposalId }) => loadRivalsPage(actor, proposalId, true)),
}
