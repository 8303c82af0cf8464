import { Amendment } from '~/budget/amendment'
import { judgeRebase, rebase, undecided, type Decisions, type Rebased } from '~/budget/rebase'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { moveAmendment } from '~/proposal/amendment-store.server'
import { changeProposal, type ChangingProposal } from '~/proposal/change-store.server'
import type { Draft } from '~/proposal/draft'
import { loadNextEdition, saveMove, type NextEdition } from '~/proposal/edition-store.server'
import { seenHash } from '~/proposal/rebase-page'
import { keepBaseOfTyped } from '~/proposal/rival-store.server'
import { loadDraft } from '~/proposal/store.server'
import { freeName } from './checkpoint.server'
import { freezeInside } from './freeze-version.server'

type Move = {
  readonly proposalId: string
  /** The hash of the edition, and of the amendments' saves, that the decisions were made on. */
  readonly edition: string
  readonly seen: string
  readonly decisions: Decisions
  readonly now: Date
}

/**
 * Moves the proposal to the edition that lies beside its base. The old state stays as a version; every amendment that
 * does not carry over needs a decision, and one that was changed since the page was read needs it anew.
 */
export function rebaseProposal(
  actor: Actor,
  { proposalId, edition, seen, decisions, now }: Move,
): Promise<Outcome<{ versionId: string }>> {
  return changeProposal(actor, proposalId, 'rebase', async (tx, proposal) => {
    const draft = await loadDraft(actor, proposalId, tx)
    const next = await loadNextEdition(actor, proposalId, tx)
    if (!draft) return notFound
    if (next?.hash !== edition || seenHash(draft) !== seen) return changedMeanwhile
    const judged = judgeRebase(draft.framework, draft.amendments, next.framework)
    const open = undecided(judged, decisions)
    if (open.length > 0) return needsDecision(open)
    const moved = movedAmendments(draft, next, decisions)
    if (!moved) return tooLarge
    return saveAll(actor, { draft, next, moved, proposal, decisions, judged, now }, tx)
  })
}

const changedMeanwhile = refused({
  kind: 'invalid',
  message:
    'Förslaget eller den nya ramen har ändrats sedan sidan lästes. Inget är flyttat. Sidan visar nu det som gäller: gå igenom valen och byt ram igen.',
})

const needsDecision = (open: readonly Rebased[]) =>
  refused({
    kind: 'invalid',
    message: `Välj vad som ska hända med ${open.map(({ amendment: { number } }) => `Ä${number}`).join(', ')}. Inget är flyttat än.`,
  })

const tooLarge = refused({
  kind: 'invalid',
  message:
    'Ett belopp blir större än vad en ändring rymmer. Behåll ändringen i stället för resultatet.',
})

function movedAmendments(draft: Draft, next: NextEdition, decisions: Decisions) {
  const moved = rebase(draft.framework, draft.amendments, next, decisions)
  return moved.every(({ change }) => Amendment.shape.change.safeParse(change).success)
    ? moved
    : null
}

type All = {
  readonly draft: Draft
  readonly next: NextEdition
  readonly moved: readonly Amendment[]
  readonly proposal: ChangingProposal
  readonly decisions: Decisions
  readonly judged: readonly Rebased[]
  readonly now: Date
}

async function saveAll(
  actor: Actor,
  { draft, next, moved, proposal, decisions, judged, now }: All,
  tx: Database,
): Promise<Outcome<{ versionId: string }>> {
  const name = await freeName(actor, proposal.id, `Före ${next.framework.name}`, tx)
  const frozen = await freezeInside(actor, { proposalId: proposal.id, name, now }, tx)
  if (!frozen.ok) return frozen
  await keepBaseOfTyped(actor, proposal.id, draft.framework, tx)
  for (const amendment of moved) await moveAmendment(actor, proposal.id, amendment, now, tx)
  const decided = judged
    .filter(({ fate }) => fate !== 'carried')
    .map(({ amendment: { id, number }, fate }) => ({
      id,
      number,
      fate,
      decision: decisions.get(id) ?? null,
    }))
  await saveMove(
    actor,
    draft.id,
    {
      id: newId(),
      from: proposal.frameworkId,
      to: next.frameworkId,
      decisions: decided,
      now,
    },
    tx,
  )
  return done({ versionId: frozen.value.versionId })
}
