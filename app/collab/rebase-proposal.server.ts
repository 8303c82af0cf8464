import { Amendment } from '~/budget/amendment'
import { boardOf } from '~/budget/board-index'
import type { Framework } from '~/budget/framework'
import {
  judgeRebase,
  rebase,
  undecided,
  type Decisions,
  type RebaseDecision,
  type Rebased,
} from '~/budget/rebase'
import { divisionFault, isDivisible } from '~/budget/rebase-division'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { settingOf, withSettings } from '~/proposal/alternative'
import { listAlternatives, updateAlternative } from '~/proposal/alternative-store.server'
import { followBase, insertAmendment, moveAmendment } from '~/proposal/amendment-store.server'
import { canonicalJson } from '~/proposal/canonical'
import { changeProposal, type ChangingProposal } from '~/proposal/change-store.server'
import type { Draft } from '~/proposal/draft'
import { loadNextEdition, saveMove, type NextEdition } from '~/proposal/edition-store.server'
import { seenHash } from '~/proposal/rebase-page'
import { keepBaseOfTyped } from '~/proposal/rival-store.server'
import { loadDraft } from '~/proposal/store.server'
import { freeName } from './checkpoint.server'
import { followBoards, movedBoards } from './follow-boards'
import { freezeInside } from './freeze-version.server'
import { holdTexts, readLogs } from './log-store.server'
import { applyToRoom } from './room.server'
import { docOf } from './section-doc'
import { insertUpdate, sectionsInOrder } from './section-store.server'

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
export async function rebaseProposal(
  actor: Actor,
  { proposalId, edition, seen, decisions, now }: Move,
): Promise<Outcome<{ versionId: string }>> {
  const outcome = await changeProposal(actor, proposalId, 'rebase', async (tx, proposal) => {
    await holdTexts(tx, proposalId)
    const draft = await loadDraft(actor, proposalId, tx)
    const next = await loadNextEdition(actor, proposalId, tx)
    if (!draft) return notFound
    if (next?.hash !== edition || seenHash(draft) !== seen) return changedMeanwhile
    const judged = judgeRebase(draft.framework, draft.amendments, next.framework)
    const open = undecided(judged, decisions)
    if (open.length > 0) return needsDecision(open)
    const unfit = unfitDecision(judged, draft.amendments, next.framework, decisions)
    if (unfit) return unfit
    const moved = movedAmendments(draft, next, decisions)
    if (!moved) return tooLarge
    return saveAll(actor, { draft, next, moved, proposal, decisions, judged, now }, tx)
  })
  if (!outcome.ok) return outcome
  const { versionId, written } = outcome.value
  for (const { sectionId, update } of written) await applyToRoom(sectionId, update)
  return done({ versionId })
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

/** Refuses a board that the new edition does not have, and a division that does not hold; null where all fits. */
function unfitDecision(
  judged: readonly Rebased[],
  amendments: readonly Amendment[],
  next: Framework,
  decisions: Decisions,
) {
  for (const { amendment, fate } of judged) {
    const decision = fate === 'lost' ? decisions.get(amendment.id) : undefined
    const fault = faultOf(amendment, decision)
    if (fault)
      return refused({
        kind: 'invalid',
        message: `Ä${amendment.number}: ${fault} Inget är flyttat än.`,
      })
  }
  return null

  function faultOf(amendment: Amendment, decision: RebaseDecision | undefined): string | null {
    if (decision?.type === 'move' && !boardOf(next, decision.board))
      return 'Nämnden finns inte i den nya ramen. Välj en annan.'
    if (decision?.type !== 'divide') return null
    return isDivisible(amendment, amendments)
      ? divisionFault(amendment.change, decision, next)
      : 'En ändring som ersätter en annan kan inte delas. Flytta den, och dela den sedan.'
  }
}

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
): Promise<Outcome<{ versionId: string; written: Written[] }>> {
  const name = await freeName(actor, proposal.id, `Före ${next.framework.name}`, tx)
  const frozen = await freezeInside(actor, { proposalId: proposal.id, name, now }, tx)
  if (!frozen.ok) return frozen
  await keepBaseOfTyped(actor, proposal.id, draft.framework, tx)
  const before = new Map(draft.amendments.map(({ id, change, state }) => [id, { change, state }]))
  const asked = new Set(
    judged.filter(({ fate }) => fate !== 'carried').map(({ amendment: { id } }) => id),
  )
  for (const amendment of moved) {
    const { id, change, state } = amendment
    if (!before.has(id)) {
      const { section } = amendment
      await insertAmendment(actor, proposal.id, { ...amendment, section }, now, tx)
      continue
    }
    const same = canonicalJson(before.get(id)) === canonicalJson({ change, state })
    if (same && !asked.has(id)) await followBase(actor, proposal.id, amendment, tx)
    else await moveAmendment(actor, proposal.id, amendment, now, tx)
  }
  await divideInAlternatives(actor, proposal.id, decisions, now, tx)
  const written = await followInTexts(actor, draft, decisions, tx)
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
  return done({ versionId: frozen.value.versionId, written })
}

/** What an alternative has on or off, it has so in all its parts. */
async function divideInAlternatives(
  actor: Actor,
  proposalId: string,
  decisions: Decisions,
  now: Date,
  tx: Database,
): Promise<void> {
  const divided = [...decisions].flatMap(([id, decision]) =>
    decision.type === 'divide' ? [{ id, parts: decision.parts }] : [],
  )
  if (divided.length === 0) return
  for (const { updatedAt: _, updatedByName: __, ...alternative } of await listAlternatives(
    actor,
    proposalId,
    tx,
  )) {
    const settings = new Map(
      divided.flatMap(({ id, parts }) =>
        parts.map(part => [part.id, settingOf(alternative, id)] as const),
      ),
    )
    if ([...settings.values()].every(setting => setting === 'follow')) continue
    const switches = { name: alternative.name, ...withSettings(alternative, settings) }
    await updateAlternative(actor, proposalId, alternative, switches, now, tx)
  }
}

type Written = { readonly sectionId: string; readonly update: Uint8Array }

/** The figures in the texts go with the amendments that are moved to another board. */
async function followInTexts(
  actor: Actor,
  { id: proposalId, amendments }: Draft,
  decisions: Decisions,
  tx: Database,
): Promise<Written[]> {
  const boards = movedBoards(amendments, decisions)
  if (boards.size === 0) return []
  const sections = await sectionsInOrder(tx, actor, proposalId)
  const logs = await readLogs(
    actor.groupId,
    sections.map(({ id }) => id),
  )
  const written: Written[] = []
  for (const { id: sectionId } of sections) {
    const doc = docOf(logs.get(sectionId) ?? [])
    doc.on('update', (update: Uint8Array) => written.push({ sectionId, update }))
    followBoards(doc, boards)
  }
  for (const { sectionId, update } of written) await insertUpdate(tx, actor, sectionId, update)
  return written
}
