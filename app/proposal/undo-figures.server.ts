import type { Actor } from '~/group/policy'
import { notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from './change-store.server'
import { sameFigures, stepped, wayOf, type FigureState } from './figure-step'
import { loadStep, markStep } from './figure-step-store.server'
import { mayBecome, rightsOf, type Rights } from './moves'
import { replacementFault } from './replace-amendment.server'
import { contentOf, writeOver, type SavedAmendment } from './save-amendment.server'
import { loadDraft } from './store.server'

/**
 * Undoes one of the member's own steps, or makes it again: a change like any other, of all its figures or none. Where
 * somebody has changed one of them since, nothing is written.
 */
export function undoFigures(
  actor: Actor,
  proposalId: string,
  { step, way }: { readonly step: string; readonly way: 'undo' | 'redo' },
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    const changes = await loadStep(actor, proposalId, step, tx)
    if (!draft || changes.length === 0) return notFound
    if (changes.some(({ undone }) => undone !== (way === 'redo'))) return alreadyFault(way)
    const rights = rightsOf(actor, draft.led, status)
    let last: Outcome<SavedAmendment> = notFound
    for (const change of changes) {
      const saved = draft.amendments.find(({ id }) => id === change.amendmentId)
      if (!saved) return notFound
      const next = stepped(saved, wayOf(change, way))
      if (!next) return changedFault(saved, way)
      if (!mayStand(saved, next, rights)) return decidedFault(saved.number)
      const fault = next.replaces ? replacementFault(draft, saved, next.replaces) : null
      if (fault) return refused(fault)
      const saving = { actor, draft, rights, now, tx, step: null }
      last = await writeOver(saving, saved, { ...contentOf(saved), ...next })
      if (!last.ok) return last
    }
    await markStep(actor, proposalId, step, way === 'undo' ? now : null, tx)
    return last
  })
}

/** Whether the member may save the amendment so: undo gives nobody more rights than they have. */
const mayStand = (saved: FigureState, next: FigureState, rights: Rights): boolean =>
  (sameFigures(saved, next) && (saved.state !== 'adopted' || rights.decide)) ||
  mayBecome(saved.state, next.state, rights)

const done = { undo: 'ångrat', redo: 'gjort om' } as const

const alreadyFault = (way: 'undo' | 'redo') =>
  refused({ kind: 'conflict', message: `Det är redan ${done[way]}, kanske i ett annat fönster.` })

const changedFault = (
  { number, updatedByName }: { readonly number: number; readonly updatedByName: string },
  way: 'undo' | 'redo',
) =>
  refused({
    kind: 'conflict',
    message: `Ä${number} har ändrats sedan dess, senast av ${updatedByName}. Inget är ${done[way]}.`,
  })

const decidedFault = (number: number) =>
  refused({
    kind: 'forbidden',
    message: `Gruppledaren avgör om Ä${number} gäller. Inget är ändrat.`,
  })
