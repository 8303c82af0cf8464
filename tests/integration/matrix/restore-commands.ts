import { loadRestorePage } from '~/collab/restore-page.server'
import { restoreAll, restoreAmendment, restoreSection } from '~/collab/restore-version.server'
import { needs, type Command } from './command'

/** The commands that take something back from a version. */
export const restoreCommands: Readonly<Record<string, Command>> = {
  restoreSection: needs('restore-section', (actor, { proposalId, versionId, sectionId }, now) =>
    restoreSection(actor, { proposalId, versionId, sectionId, now }),
  ),
  restoreAmendment: needs('amend', (actor, { proposalId, versionId, amendmentId }, now) =>
    restoreAmendment(actor, { proposalId, versionId, amendmentId, revision: 1, now }),
  ),
  restoreAll: needs('restore-all', (actor, { proposalId, versionId }, now) =>
    restoreAll(actor, { proposalId, versionId, now }),
  ),
  loadRestorePage: needs('read', (actor, { proposalId, versionId }) =>
    loadRestorePage(actor, proposalId, versionId, { kind: 'all' }),
  ),
}
