import { AlternativeForm } from '~/proposal/alternative-form'
import { GoalEdit } from '~/proposal/goal-edit'
import { RebaseForm } from '~/proposal/rebase-form'
import { RestoreForm } from '~/proposal/restore-form'
import { RivalForm } from '~/proposal/rival-form'
import { variantsOf } from './variants'

/** The intents of forms that a route reads in another way than with `readForm` and a schema of its own. */
export const formsRead: Readonly<Record<string, readonly string[]>> = {
  'routes/imports.$uploadId._index': ['next', 'again', 'drop'],
  'routes/imports.$uploadId.rows': ['next', 'drop'],
  'routes/imports.$uploadId.preview': ['save', 'read', 'unread', 'create', 'drop'],
  'routes/logout': [''],
  'routes/proposals.new': ['more-boards', 'more-grants', 'compare', 'create'],
  'routes/proposals.$proposalId.alternatives': variantsOf(AlternativeForm),
  'routes/proposals.$proposalId.goals': variantsOf(GoalEdit, 'type'),
  'routes/proposals.$proposalId.rivals': variantsOf(RivalForm),
  'routes/proposals.$proposalId.rebase': variantsOf(RebaseForm),
  'routes/proposals.$proposalId.versions.$versionId.restore': variantsOf(RestoreForm),
}
