import type { Database } from '~/db.server'
import type { Action, Actor, Status } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import type { Draft } from '~/proposal/draft'
import { differs, partName, restored, type RestoredPart } from '~/proposal/restored'
import { restoreGoals } from '~/proposal/goal-store.server'
import { rightsOf } from '~/proposal/moves'
import { restoreAllAmendments, restoreOneAmendment } from '~/proposal/restore-amendment.server'
import type { Snapshot } from '~/proposal/snapshot'
import { loadDraft } from '~/proposal/store.server'
import { touchesBetween } from '~/proposal/touch'
import { logTouches } from '~/proposal/touch-store.server'
import { loadVersion } from '~/proposal/version-store.server'
import { checkpointInside, justBefore } from './checkpoint.server'
import { snapshotOf } from './load-snapshot.server'
import { holdTexts } from './log-store.server'
import { applyToRoom } from './room.server'
import { loadSectionContents } from './section-store.server'
import { writeSections } from './write-sections.server'

type Restore = { readonly proposalId: string; readonly versionId: string; readonly now: Date }

/**
 * Makes a section's title and text as a version has them, also where it was removed since. It is a change like any
 * other: whoever writes in the section goes on, and what they write afterwards stands.
 */
export const restoreSection = (
  actor: Actor,
  { sectionId: id, ...restore }: Restore & { readonly sectionId: string },
): Promise<Outcome<null>> =>
  restorePart(actor, 'restore-section', restore, { kind: 'section', id }, async restoring => {
    const { version, updates, tx } = restoring
    const sections = version.sections.filter(section => section.id === id)
    updates.push(...(await writeSections(actor, { ...restore, sections, keepOthers: true }, tx)))
    return done(null)
  })

/**
 * Makes an amendment as a version has it, over the save that the member has seen. Where a leader decides what counts it
 * is a suggestion, as any other change by the same member would be.
 */
export const restoreAmendment = (
  actor: Actor,
  {
    amendmentId: id,
    revision,
    ...restore
  }: Restore & { readonly amendmentId: string; readonly revision: number },
): Promise<Outcome<null>> =>
  restorePart(actor, 'amend', restore, { kind: 'amendment', id }, async restoring => {
    const { draft, status, after, tx } = restoring
    const rights = rightsOf(actor, draft.led, status)
    const saving = { actor, draft, rights, now: restore.now, tx }
    const saved = await restoreOneAmendment(saving, { id, revision }, after)
    return saved.ok ? done(null) : saved
  })

/**
 * Makes sections, their order, amendments and goals as a version has them; what came since is withdrawn or removed, and
 * nothing is deleted. The base framework and the leader's reasons against checks stay as they are.
 */
export const restoreAll = (actor: Actor, restore: Restore): Promise<Outcome<null>> =>
  restorePart(actor, 'restore-all', restore, { kind: 'all' }, async restoring => {
    const { version, draft, after, updates, tx } = restoring
    const { sections, goals } = version
    updates.push(...(await writeSections(actor, { ...restore, sections, keepOthers: false }, tx)))
    await restoreGoals(tx, actor, restore.proposalId, goals)
    const touches = touchesBetween(draft.goals, goals)
    await logTouches(tx, actor, restore.proposalId, touches, restore.now)
    return restoreAllAmendments(actor, draft, after, restore.now, tx)
  })

type Restoring = {
  readonly draft: Draft
  readonly status: Status
  readonly version: Snapshot
  readonly after: Snapshot
  readonly tx: Database
  /** What the open rooms are told once it is committed. */
  readonly updates: { readonly sectionId: string; readonly update: Uint8Array }[]
}

/** No text is stored meanwhile, so that what the version before the restore has is all that the restore takes away. */
async function restorePart(
  actor: Actor,
  action: Action,
  { proposalId, versionId, now }: Restore,
  part: RestoredPart,
  write: (restoring: Restoring) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const updates: Restoring['updates'] = []
  const outcome = await changeProposal(actor, proposalId, action, async (tx, { status }) => {
    await holdTexts(tx, proposalId)
    const draft = await loadDraft(actor, proposalId, tx)
    const version = await loadVersion(actor, proposalId, versionId)
    if (!version.ok) return version
    if (!draft) return notFound
    const { snapshot } = version.value
    const current = snapshotOf(draft, await loadSectionContents(actor, proposalId))
    const after = restored(current, snapshot, part)
    if (!after) return notFound
    // somebody else was first: it is as the member wants it
    if (!differs(current, snapshot, part)) return done(null)
    const name = `Före återställning av ${partName(snapshot, part)}`
    const frozen = await checkpointInside(actor, { proposalId, name, now: justBefore(now) }, tx)
    if (!frozen.ok) return frozen
    return write({ draft, status, version: snapshot, after, tx, updates })
  })
  if (outcome.ok) for (const { sectionId, update } of updates) await applyToRoom(sectionId, update)
  return outcome
}
