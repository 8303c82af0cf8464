import { can, type Action, type Actor } from '~/group/policy'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { compare } from '~/proposal/compare'
import { mayBecome, rightsOf } from '~/proposal/moves'
import type { RestorePage } from '~/proposal/restore-page'
import { differs, partName, restored, type RestoredPart } from '~/proposal/restored'
import { loadDraft } from '~/proposal/store.server'
import { frozenText } from '~/proposal/version-row'
import { loadVersion } from '~/proposal/version-store.server'
import { snapshotOf } from './load-snapshot.server'
import { loadSectionContents } from './section-store.server'

export const restoreActions = {
  section: 'restore-section',
  amendment: 'amend',
  all: 'restore-all',
} as const satisfies Record<RestoredPart['kind'], Action>

export async function loadRestorePage(
  actor: Actor,
  proposalId: string,
  versionId: string,
  part: RestoredPart,
): Promise<Outcome<RestorePage>> {
  const version = await loadVersion(actor, proposalId, versionId)
  if (!version.ok) return version
  const [draft, contents] = await Promise.all([
    loadDraft(actor, proposalId),
    loadSectionContents(actor, proposalId),
  ])
  if (!draft) return notFound
  const { snapshot, name, frozenAt } = version.value
  const now = snapshotOf(draft, contents)
  const after = restored(now, snapshot, part)
  if (!after) return partMissing
  const id = part.kind === 'amendment' ? part.id : ''
  const saved = draft.amendments.find(amendment => amendment.id === id)
  const wanted = after.amendments.find(amendment => amendment.id === id)
  const rights = rightsOf(actor, draft.led, draft.status)
  return done({
    part,
    what: partName(snapshot, part),
    version: { name, frozen: frozenText(frozenAt) },
    years: draft.framework.years.flatMap(({ kind, year }) => (kind === 'account' ? [] : [year])),
    unit: after.framework.unit,
    sections: after.sections.length,
    comparison: compare(now, after),
    changes: differs(now, snapshot, part),
    revision: saved?.revision ?? 0,
    suggests: Boolean(saved && wanted && !mayBecome(saved.state, wanted.state, rights)),
    otherBase: part.kind !== 'section' && draft.framework.edition !== snapshot.framework.edition,
    mayRestore: can(actor, restoreActions[part.kind], draft.status),
  })
}

const partMissing = refused({
  kind: 'not-found',
  message: 'Versionen har inget sådant avsnitt och ingen sådan ändring.',
})
