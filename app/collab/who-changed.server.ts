import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
import { loadDraft } from '~/proposal/store.server'
import { sectionsWithBin } from './news-store.server'
import { correctionsOf, latestFirst, linesOf, othersOf, type Span, type Trace } from './trace'
import { loadLogged, loadTouched, loadWritten } from './trace-store.server'

/** Who changed what of the proposal within the span; null where the actor's group has no such proposal. */
export async function whoChanged(
  actor: Actor,
  proposalId: string,
  span: Span,
): Promise<Trace | null> {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const [written, logged, touched, names, sections] = await Promise.all([
    loadWritten(actor, proposalId, span),
    loadLogged(actor, proposalId, span),
    loadTouched(actor, proposalId, span),
    memberNames(actor),
    sectionsWithBin(actor, proposalId),
  ])
  const nameOf = (memberId: string) => names[memberId] ?? 'En tidigare medlem'
  return {
    sections: sections.flatMap(({ id, title }) => {
      const by = written.filter(({ sectionId }) => sectionId === id)
      const touched = by.map(({ memberId, at }) => ({ name: nameOf(memberId), at }))
      return touched.length > 0 ? [{ id, title, by: latestFirst(touched) }] : []
    }),
    lines: linesOf(logged, draft.framework, nameOf),
    others: [
      ...othersOf(touched.touches, nameOf),
      ...correctionsOf(touched.corrections, nameOf),
      ...touched.moves.map(({ memberId, at }) => ({
        what: 'Budgetramen, byte till en ny utgåva',
        section: null,
        name: nameOf(memberId),
        at,
      })),
    ],
  }
}
