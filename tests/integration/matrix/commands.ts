import { inviteMember } from '~/auth/invite-member.server'
import { revokeInvitation } from '~/auth/revoke-invitation.server'
import { tkr } from '~/budget/money'
import { changeStatus } from '~/collab/change-status.server'
import { loadChecksPage } from '~/collab/checks-page.server'
import { loadPlacedThreads } from '~/collab/placed-threads.server'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { framedProposal } from '~/collab/framed-proposal.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { overrideCheck, removeOverride } from '~/collab/override-check.server'
import { loadRebasePage } from '~/collab/rebase-page.server'
import { rebaseProposal } from '~/collab/rebase-proposal.server'
import { loadSectionPage } from '~/collab/section-page.server'
import { statusPage } from '~/collab/status-page.server'
import { comparedSide, versionList } from '~/collab/version-pages.server'
import { exportPage } from '~/export/export-page.server'
import { exportVersion } from '~/export/export-version.server'
import { versionFile } from '~/export/version-file.server'
import { changeRoles } from '~/group/change-roles.server'
import { removeMember } from '~/group/remove-member.server'
import { correctFigures, loadFrameworkPage } from '~/import/correct-framework.server'
import { importFramework } from '~/import/import-framework.server'
import { answerNewProposal } from '~/import/new-proposal.server'
import { addAmendment } from '~/proposal/add-amendment.server'
import { changeAmendment, editAmendment } from '~/proposal/change-amendment.server'
import { frameworkHash } from '~/proposal/check-base'
import { createProposal } from '~/proposal/create-proposal.server'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import { editGoals } from '~/proposal/edit-goals.server'
import { joinAmendments } from '~/proposal/join-amendments.server'
import { loadBudgetPage } from '~/proposal/load-budget-page.server'
import { loadMeetingPage } from '~/proposal/load-meeting-page.server'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { orderSuggestions } from '~/proposal/order-suggestions.server'
import { payRunningCost } from '~/proposal/pay-running-cost.server'
import { dropEdition, proposeEdition } from '~/proposal/propose-edition.server'
import { seenHash } from '~/proposal/rebase-page'
import { replaceAmendment } from '~/proposal/replace-amendment.server'
import { pasteFigures, previewPaste } from '~/proposal/paste-figures.server'
import { saveFigures } from '~/proposal/figures-form.server'
import { saveBudgetForm } from '~/proposal/save-budget-form.server'
import { setDates } from '~/proposal/set-dates.server'
import { suggestRemedy } from '~/proposal/suggest-remedy.server'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { undoFigures } from '~/proposal/undo-figures.server'
import { demoFramework } from '../../../prisma/demo/framework'
import { nextEdition } from '../world'
import { needs, type Command } from './command'
import { keepAmendment, suggestWithdrawal } from '~/proposal/suggest-withdrawal.server'
import { comparing } from './comparing'
import { importing } from './importing'
import { restoreCommands } from './restore-commands'
import { sectionCommands } from './section-commands'
import { textCommands } from './text-commands'
import { readingCommands } from './reading-commands'

const amounts = [tkr(1_000), tkr(0), tkr(0)]
const frame = { type: 'frame' as const, board: 'KUN', recurrence: 'indexed' as const, amounts }
const input = (section: string | null) => ({ change: frame, motivation: 'Skäl', section })
const seen = (id: string) => ({ id, revision: 1 })
const file = JSON.stringify(demoFramework)
const demoEdition = `${demoFramework.edition} ${demoFramework.name}`
const pasted = {
  text: '1 000',
  row: 2,
  at: 0,
  withSuggested: false,
  seen: [{ board: 'KUN', id: '', revision: 0 }],
}
const step = (
  proposalId: string,
  to: 'begin-review' | 'end-review' | 'lock' | 'unlock' | 'submit',
  now: Date,
) => ({ proposalId, step: to, reason: 'Skäl', now })

/**
 * EVERY command: each function that an `actor` comes first in and that is no store's. A new one is added here by its
 * name: what it needs, and a call that passes for who may make it. What roles, statuses and other groups then get
 * follows from `can()`.
 */
export const commands: Readonly<Record<string, Command>> = {
  ...textCommands,
  ...sectionCommands,
  ...readingCommands,
  inviteMember: needs('manage-members', (actor, _, now) =>
    inviteMember(actor, { name: 'Ny', email: 'ny@example.org', roles: ['drafter'] }, now),
  ),
  revokeInvitation: needs('manage-members', (actor, { invitationId }) =>
    revokeInvitation(actor, invitationId),
  ),
  changeRoles: needs('manage-members', (actor, { memberId }) =>
    changeRoles(actor, { memberId, roles: ['reviewer'] }),
  ),
  removeMember: needs('manage-members', (actor, { memberId }, now) =>
    removeMember(actor, { memberId, now }),
  ),
  createProposal: needs('create-proposal', actor =>
    createProposal(actor, { title: 'Nytt', framework: demoFramework }),
  ),
  importFramework: needs('create-proposal', actor =>
    importFramework(actor, { title: 'Nytt', file }),
  ),
  answerNewProposal: needs('create-proposal', actor =>
    answerNewProposal(actor, { intent: 'create', title: 'Nytt' }, file),
  ),
  ...importing,
  addAmendment: needs('amend', (actor, { proposalId, sectionId }, now) =>
    addAmendment(actor, proposalId, input(sectionId), now),
  ),
  changeAmendment: needs('amend', (actor, { proposalId, amendmentId, sectionId }, now) =>
    changeAmendment(actor, proposalId, seen(amendmentId), input(sectionId), now),
  ),
  editAmendment: needs('amend', (actor, { proposalId, amendmentId, sectionId }, now) =>
    editAmendment(actor, proposalId, seen(amendmentId), () => input(sectionId), now),
  ),
  replaceAmendment: needs('decide', (actor, { proposalId, amendmentId, twinId }, now) =>
    replaceAmendment(actor, proposalId, seen(amendmentId), twinId, now),
  ),
  joinAmendments: needs('decide', (actor, { proposalId, amendmentId, twinId }, now) =>
    joinAmendments(actor, proposalId, seen(amendmentId), seen(twinId), now),
  ),
  payRunningCost: needs('amend', (actor, { proposalId, investmentId }, now) =>
    payRunningCost(actor, proposalId, investmentId, now),
  ),
  suggestRemedy: needs('amend', (actor, { proposalId }, now) =>
    suggestRemedy(actor, proposalId, { type: 'board', board: 'BUN' }, now),
  ),
  moveAmendment: needs('decide', (actor, { proposalId, amendmentId }, now) =>
    moveAmendment(actor, proposalId, seen(amendmentId), 'defer', now),
  ),
  decideMeeting: needs('decide', (actor, { proposalId, suggestionId }, now) =>
    decideMeeting(
      actor,
      proposalId,
      { on: [seen(suggestionId)], off: [], rest: 'leave', gap: null },
      now,
    ),
  ),
  orderSuggestions: needs('decide', (actor, { proposalId, suggestionId }) =>
    orderSuggestions(actor, proposalId, [suggestionId]),
  ),
  loadMeetingPage: needs('read', (actor, { proposalId }, now) =>
    loadMeetingPage(actor, proposalId, now),
  ),
  ...comparing,
  correctFigures: needs('correct-framework', (actor, { proposalId }, now) =>
    correctFigures(actor, proposalId, { seen: 0, edition: demoEdition, typed: {} }, now),
  ),
  loadFrameworkPage: needs('read', (actor, { proposalId }) => loadFrameworkPage(actor, proposalId)),
  previewPaste: needs('amend', (actor, { proposalId }) => previewPaste(actor, proposalId, pasted)),
  pasteFigures: needs('amend', (actor, { proposalId }, now) =>
    pasteFigures(actor, proposalId, pasted, now),
  ),
  undoFigures: needs('amend', (actor, { proposalId, stepId }, now) =>
    undoFigures(actor, proposalId, { step: stepId, way: 'undo' }, now),
  ),
  saveFigures: needs('amend', (actor, { proposalId, undoneStepId }, now) =>
    saveFigures(actor, proposalId, { intent: 'redo', step: undoneStepId }, now),
  ),
  setFrameAmount: needs('amend', (actor, { proposalId, amendmentId }, now) =>
    setFrameAmount(
      actor,
      proposalId,
      seen(amendmentId),
      { board: 'BUN', at: 0, amount: tkr(7) },
      now,
    ),
  ),
  saveBudgetForm: needs('amend', (actor, { proposalId, amendmentId }, now) =>
    saveBudgetForm(
      actor,
      proposalId,
      { intent: 'cell', board: 'BUN', at: 0, typed: '1', ...seen(amendmentId) },
      now,
    ),
  ),
  editGoals: needs('edit-goals', (actor, { proposalId, goalId }) =>
    editGoals(actor, proposalId, { type: 'rename-goal', goalId, revision: 2, title: 'Mål' }),
  ),
  overrideCheck: needs('override', (actor, { proposalId }, now) =>
    overrideCheck(
      actor,
      proposalId,
      { check: 'C08', place: 'result', ground: 'result-reserve', reason: 'Skäl' },
      now,
    ),
  ),
  removeOverride: needs('override', (actor, { proposalId, overrideId }) =>
    removeOverride(actor, proposalId, overrideId),
  ),
  changeStatus: needs('begin-review', (actor, { proposalId }, now) =>
    changeStatus(actor, step(proposalId, 'begin-review', now)),
  ),
  'changeStatus end-review': needs('end-review', (actor, { proposalId }, now) =>
    changeStatus(actor, step(proposalId, 'end-review', now)),
  ),
  'changeStatus lock': needs('lock', (actor, { proposalId }, now) =>
    changeStatus(actor, step(proposalId, 'lock', now)),
  ),
  'changeStatus unlock': needs('unlock', (actor, { proposalId }, now) =>
    changeStatus(actor, step(proposalId, 'unlock', now)),
  ),
  'changeStatus submit': needs('submit', (actor, { proposalId }, now) =>
    changeStatus(actor, step(proposalId, 'submit', now)),
  ),
  setDates: needs('set-dates', (actor, { proposalId }) =>
    setDates(actor, proposalId, { review: null, locked: null, submitted: null }),
  ),
  proposeEdition: needs('rebase', (actor, { proposalId }) =>
    proposeEdition(actor, proposalId, { ...demoFramework, name: 'Ny ram' }),
  ),
  dropEdition: needs('rebase', (actor, { proposalId }) => dropEdition(actor, proposalId)),
  rebaseProposal: needs('rebase', (actor, { proposalId, amendmentId }, now) =>
    rebaseProposal(actor, {
      proposalId,
      edition: frameworkHash(nextEdition),
      seen: seenHash({ amendments: [seen(amendmentId)] }),
      decisions: new Map(),
      now,
    }),
  ),
  suggestWithdrawal: needs('amend', (actor, { proposalId, amendmentId }, now) =>
    suggestWithdrawal(actor, proposalId, seen(amendmentId), now),
  ),
  keepAmendment: needs('decide', (actor, { proposalId, twinId }, now) =>
    keepAmendment(actor, proposalId, seen(twinId), now),
  ),
  freezeVersion: needs('freeze-version', (actor, { proposalId }, now) =>
    freezeVersion(actor, { proposalId, name: 'Andra', now }),
  ),
  ...restoreCommands,
  exportPage: needs('export', (actor, { proposalId, versionId }) =>
    exportPage(actor, proposalId, versionId),
  ),
  exportVersion: needs('export', (actor, { proposalId, versionId }) =>
    exportVersion(actor, { proposalId, versionId, part: 'annex' }).then(outcome =>
      outcome.ok ? { ok: true } : outcome,
    ),
  ),
  versionFile: needs('export', (actor, { proposalId, versionId }) =>
    versionFile(actor, { proposalId, versionId, file: 'snapshot.json' }),
  ),
  loadBudgetPage: needs('read', (actor, { proposalId }, now) =>
    loadBudgetPage(actor, proposalId, now, true),
  ),
  loadChecksPage: needs('read', (actor, { proposalId }, now) =>
    loadChecksPage(actor, proposalId, now, true),
  ),
  loadCommentsPage: needs('read', (actor, { proposalId }) => loadCommentsPage(actor, proposalId)),
  loadPlacedThreads: needs('read', (actor, { proposalId }) =>
    loadPlacedThreads(actor, proposalId, ['line'], '/?threads=line.result'),
  ),
  framedProposal: needs('read', (actor, { proposalId }, now) =>
    framedProposal(actor, proposalId, now, true),
  ),
  loadSnapshot: needs('read', (actor, { proposalId }) => loadSnapshot(actor, proposalId)),
  loadRebasePage: needs('read', (actor, { proposalId }) => loadRebasePage(actor, proposalId)),
  loadSectionPage: needs('read', (actor, { proposalId, sectionId }) =>
    loadSectionPage(actor, proposalId, sectionId),
  ),
  statusPage: needs('read', (actor, { proposalId }, now) => statusPage(actor, proposalId, now)),
  versionList: needs('read', (actor, { proposalId }) => versionList(actor, proposalId)),
  comparedSide: needs('read', (actor, { proposalId, versionId }) =>
    comparedSide(actor, proposalId, versionId),
  ),
}
