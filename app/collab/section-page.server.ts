import { inForce } from '~/budget/in-force'
import { statementOf } from '~/budget/statement'
import { can, type Action, type Actor } from '~/group/policy'
import { listMembers, memberNames } from '~/group/store.server'
import { amendmentName } from '~/proposal/amendment-name'
import type { Draft, StoredAmendment } from '~/proposal/draft'
import { pledgeRows } from '~/proposal/promise'
import type { LoadDraft } from '~/proposal/request-draft.server'
import { loadDraft } from '~/proposal/store.server'
import { shownDraft } from '~/proposal/suggested'
import { countVersions } from '~/proposal/version-store.server'
import { wordsIn } from '~/proposal/word-count'
import type { SavedRow } from './figure-note'
import type { Argued } from './section-title-line'
import { wordsHash } from './readiness'
import { loadStandings } from './readiness-store.server'
import { loadBin } from './section-bin-store.server'
import { loadOneContent } from './section-store.server'
import { countThreads, loadThreads } from './read-threads-store.server'

type Asked = {
  readonly withSuggested?: boolean
  /** The thread that the address leads to: it is shown whole. */
  readonly threadId?: string | null
  readonly load?: LoadDraft
}

/** So many of the open threads stand beside the text at first: the newest ones. */
const threadsAtFirst = 20

/** All that a section's page shows; null where the actor's group has no such section. */
export async function loadSectionPage(
  actor: Actor,
  proposalId: string,
  sectionId: string,
  { withSuggested = false, threadId = null, load = loadDraft }: Asked = {},
) {
  const loaded = await load(actor, proposalId)
  const draft = loaded && shownDraft(loaded, withSuggested)
  if (!draft) return null
  const at = draft.sections.findIndex(({ id }) => id === sectionId)
  const inBin = (await loadBin(actor, proposalId)).find(({ id }) => id === sectionId) ?? null
  const section = draft.sections[at] ?? inBin
  if (!section) return null
  const may = (action: Action) => !inBin && can(actor, action, draft.status)
  const [content, standings, threads, openThreads, resolvedThreads, versions, current] =
    await Promise.all([
      loadOneContent(actor, sectionId),
      loadStandings(actor, proposalId),
      loadShown(actor, proposalId, sectionId, threadId),
      countThreads(actor, proposalId, { sectionId, state: 'open' }),
      countThreads(actor, proposalId, { sectionId, state: 'resolved' }),
      countVersions(actor, proposalId),
      listMembers(actor),
    ])
  const members = await memberNames(actor)
  const stands = standings.get(sectionId)
  if (!stands) return null
  const counted = inForce(draft.amendments)
  return {
    memberId: actor.memberId,
    comparable: versions > 0,
    section,
    inBin,
    number: inBin ? null : at + 1,
    content,
    ...stands,
    words: { words: wordsIn(content), hash: wordsHash(content) },
    candidates: current.map(({ id, name }) => ({ id, name })),
    statement: statementOf(draft.framework, draft.amendments),
    rows: counted.flatMap(savedRow),
    pledges: pledgeRows(draft.amendments, draft.framework),
    argued: counted
      .filter(amendment => amendment.section === sectionId)
      .map(amendment => argued(draft, amendment)),
    threads,
    openThreads,
    resolvedThreads,
    members,
    canWrite: may('write-text'),
    canSuggest: may('suggest-text'),
    canComment: may('comment'),
    canApprove: may('approve-text'),
    canArrange: can(actor, 'arrange-sections', draft.status),
  }
}

/** The newest open threads, folded, and the one that is asked for. What else there is comes on demand. */
async function loadShown(
  actor: Actor,
  proposalId: string,
  sectionId: string,
  threadId: string | null,
) {
  const [open, asked] = await Promise.all([
    loadThreads(
      actor,
      proposalId,
      { sectionId, state: 'open' },
      { most: threadsAtFirst, folded: true },
    ),
    threadId === null ? [] : loadThreads(actor, proposalId, { sectionId, threadId }),
  ])
  return [...asked, ...open.filter(({ id }) => id !== threadId)]
}

function savedRow({ change, number, updatedAt, updatedByName }: StoredAmendment): SavedRow[] {
  if (change.type !== 'frame') return []
  return [{ board: change.board, number, savedAt: updatedAt, savedBy: updatedByName }]
}

function argued(draft: Draft, amendment: StoredAmendment): Argued {
  const { id, number, change } = amendment
  const amount = 'amounts' in change ? (change.amounts[0] ?? null) : null
  const { framework } = draft
  return { id, number, title: amendmentName(amendment, framework), amount, unit: framework.unit }
}
