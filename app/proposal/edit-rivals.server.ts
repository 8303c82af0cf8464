import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from './change-store.server'
import { frameworkHash } from './check-base'
import { mostRivals } from './bounds'
import type { Rival } from './rival'
import { baseOf } from './rival-comparison'
import { readRivalChanges, type RivalEdit } from './rival-form'
import {
  countRivals,
  deleteRival,
  insertRival,
  listRivals,
  updateRival,
  type StoredRival,
} from './rival-store.server'
import { loadDraft } from './store.server'

/**
 * Adds what was typed of another's proposal, or changes or removes one. A revision that is no longer the stored
 * one is stale: nothing is written. Our own amendments are never touched.
 */
export function editRivals(
  actor: Actor,
  proposalId: string,
  edit: RivalEdit,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return changeProposal(actor, proposalId, 'keep-rivals', async tx => {
    if (edit.type === 'add') return addTyped(actor, proposalId, edit, now, tx)
    const saved = (await listRivals(actor, proposalId, tx)).find(({ id }) => id === edit.id)
    if (!saved) return notFound
    if (edit.type === 'remove')
      return (await deleteRival(actor, proposalId, edit, tx))
        ? done({ id: saved.id })
        : stale(saved)
    const changed = await contentOf(actor, proposalId, edit, saved, tx)
    if (!changed.ok) return changed
    const written = await updateRival(actor, proposalId, edit, changed.value, now, tx)
    return written ? done({ id: saved.id }) : stale(saved)
  })
}

/** Keeps another's proposal that was read from a file. The caller has checked it. */
export function addRival(
  actor: Actor,
  proposalId: string,
  rival: Rival,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return changeProposal(actor, proposalId, 'keep-rivals', tx =>
    insert(actor, proposalId, { ...rival, typed: false }, now, tx),
  )
}

type Written = Extract<RivalEdit, { type: 'add' | 'change' }>

async function addTyped(
  actor: Actor,
  proposalId: string,
  edit: Written,
  now: Date,
  tx: Database,
): Promise<Outcome<{ id: string }>> {
  const read = await typedChanges(actor, proposalId, edit, {}, tx)
  if (!read.ok) return read
  const { name, source, datedOn } = edit
  const rival = { name, source, datedOn, amendments: read.value, typed: true }
  return insert(actor, proposalId, rival, now, tx)
}

/** A proposal from a file keeps its amendments: only what it is called can be changed. */
async function contentOf(
  actor: Actor,
  proposalId: string,
  edit: Written,
  saved: StoredRival,
  tx: Database,
): Promise<Outcome<Partial<Rival>>> {
  const { name, source, datedOn } = edit
  if (!saved.typed) return done({ name, source, datedOn })
  const read = await typedChanges(actor, proposalId, edit, saved, tx)
  return read.ok ? done({ name, source, datedOn, amendments: read.value }) : read
}

/** What was typed, read against the base that it was typed against: its own, or ours. */
async function typedChanges(
  actor: Actor,
  proposalId: string,
  { typed }: Written,
  saved: Pick<Rival, 'framework'>,
  tx: Database,
): Promise<Outcome<Rival['amendments']>> {
  const draft = await loadDraft(actor, proposalId, tx)
  if (!draft) return notFound
  const framework = baseOf(saved, draft.framework)
  const read = readRivalChanges(typed, framework, newId, frameworkHash(framework))
  if (read.ok) return done(read.amendments)
  const [field, message] = Object.entries(read.faults)[0] ?? ['form', 'Något går inte att läsa.']
  return refused({ kind: 'invalid', field, message })
}

async function insert(
  actor: Actor,
  proposalId: string,
  rival: Rival & Pick<StoredRival, 'typed'>,
  now: Date,
  tx: Database,
): Promise<Outcome<{ id: string }>> {
  if ((await countRivals(actor, proposalId, tx)) >= mostRivals) return full
  const id = newId()
  await insertRival(actor, proposalId, { id, ...rival }, now, tx)
  return done({ id })
}

const full = refused({
  kind: 'conflict',
  message: `Högst ${mostRivals} andra förslag hålls bredvid vårt. Ta bort ett av dem först.`,
})

const stale = ({ name, updatedByName, revision }: StoredRival) =>
  refused({
    kind: 'stale',
    message: `${updatedByName} ändrade ”${name}” medan du hade det öppet. Inget av ditt är sparat. Deras jämförs längre ner. Spara igen för att ersätta det, eller avbryt.`,
    current: { revision },
  })
