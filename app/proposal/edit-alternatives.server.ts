import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { mostAlternatives, withSettings } from './alternative'
import type { AlternativeEdit } from './alternative-form'
import {
  deleteAlternative,
  insertAlternative,
  listAlternatives,
  updateAlternative,
  type StoredAlternative,
} from './alternative-store.server'
import { changeProposal } from './change-store.server'
import { loadDraft } from './store.server'

/**
 * Adds, changes or removes one alternative. A revision that is no longer the stored one is stale: nothing is written,
 * and what stands is told. An amendment that the proposal does not have refuses the whole edit.
 */
export function editAlternatives(
  actor: Actor,
  proposalId: string,
  edit: AlternativeEdit,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return changeProposal(actor, proposalId, 'keep-alternatives', async tx => {
    const stored = await listAlternatives(actor, proposalId, tx)
    if (!(await knowsAll(actor, proposalId, edit, tx))) return notFound
    if (edit.type === 'add') {
      if (stored.length >= mostAlternatives) return full
      const id = newId()
      const switches = withSettings({ on: [], off: [] }, edit.settings)
      await insertAlternative(actor, proposalId, { id, name: edit.name, ...switches }, now, tx)
      return done({ id })
    }
    const saved = stored.find(({ id }) => id === edit.id)
    if (!saved) return notFound
    const written =
      edit.type === 'remove'
        ? await deleteAlternative(actor, proposalId, edit, tx)
        : await updateAlternative(
            actor,
            proposalId,
            edit,
            { name: edit.name, ...withSettings(saved, edit.settings) },
            now,
            tx,
          )
    return written ? done({ id: saved.id }) : stale(saved)
  })
}

async function knowsAll(actor: Actor, proposalId: string, edit: AlternativeEdit, tx: Database) {
  const named = edit.type === 'remove' ? [] : [...edit.settings.keys()]
  if (named.length === 0) return true
  const draft = await loadDraft(actor, proposalId, tx)
  const known = new Set(draft?.amendments.map(({ id }) => id))
  return named.every(id => known.has(id))
}

const full = refused({
  kind: 'conflict',
  message: `Ett förslag har högst ${mostAlternatives} alternativ, så att de får plats bredvid varandra. Ta bort eller ändra ett av dem.`,
})

const stale = ({ name, on, off, revision, updatedByName }: StoredAlternative) =>
  refused({
    kind: 'stale',
    message: `${updatedByName} ändrade alternativet medan du hade det öppet. Inget av ditt är sparat än.`,
    current: { name, on, off, revision },
  })
