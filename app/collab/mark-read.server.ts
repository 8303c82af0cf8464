import * as Y from 'yjs'
import type { Database } from '~/db.server'
import { can, type Actor } from '~/group/policy'
import { done, forbidden, notFound, type Outcome } from '~/outcome'
import type { Draft } from '~/proposal/draft'
import { loadDraft } from '~/proposal/store.server'
import { holdRows, readLogRows } from './log-store.server'
import { marking, saveAmendmentMark, savePlaceMark, saveSectionMark } from './mark-store.server'
import type { Seen, SeenAmendment, SeenSection } from './news-mark'
import { textHash } from './news-page.server'
import { sectionsWithBin } from './news-store.server'
import { placesWithThreads } from './read-threads-store.server'
import { contentOf, docOf } from './section-doc'
import { markedPlace, placeOfKey } from './thread-place'

/**
 * Marks what a page showed as read by the actor. What has been changed since cannot be marked so: it stays new.
 * @returns how many were marked, and how many are left as new.
 */
export async function markRead(
  actor: Actor,
  proposalId: string,
  seen: readonly Seen[],
  now: Date,
): Promise<Outcome<{ marked: number; left: number }>> {
  if (!can(actor, 'read')) return forbidden
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return notFound
  const sections = await sectionsWithBin(actor, proposalId)
  const known = new Set([...sections, ...draft.amendments].map(({ id }) => id))
  const withThreads = await placesWithThreads(actor, proposalId)
  const isKnown = (one: Seen) =>
    one.kind === 'place' ? withThreads.has(one.key) : known.has(one.id)
  if (!seen.every(isKnown)) return notFound
  const marked = await marking(async tx => {
    let count = 0
    for (const one of seen) {
      if (await markOne(tx, actor, draft, one, now)) count += 1
    }
    return count
  })
  return done({ marked, left: seen.length - marked })
}

/** @returns whether it still stands as it was seen. */
async function markOne(tx: Database, actor: Actor, draft: Draft, seen: Seen, now: Date) {
  switch (seen.kind) {
    case 'section':
      return markSection(tx, actor, seen, now)
    case 'amendment':
      return markAmendment(tx, actor, draft, seen, now)
    case 'place': {
      const ref = markedPlace(placeOfKey(seen.key))
      if (ref) await savePlaceMark(tx, actor, draft.id, { ...ref, threads: seen.threads }, now)
      return ref !== null
    }
  }
}

/** The text is built again up to the row that the page showed, and has to be the very same. */
async function markSection(tx: Database, actor: Actor, seen: SeenSection, now: Date) {
  const { id, upto, title, removed, threads } = seen
  await holdRows(tx, id)
  const log = (await readLogRows(actor, [id])).get(id)
  const shown = log?.rows.filter(row => row.id <= upto) ?? []
  const doc = docOf([...(log?.state ? [log.state] : []), ...shown.map(({ update }) => update)])
  if (textHash(contentOf(doc)) !== seen.text) return false
  const state = Y.encodeStateAsUpdate(doc)
  // rows that were merged meanwhile made no other text: they are read with it
  const held = Math.max(upto, log?.upto ?? 0)
  await saveSectionMark(tx, actor, id, { state, upto: held, title, removed, threads, readAt: now })
  return true
}

async function markAmendment(
  tx: Database,
  actor: Actor,
  draft: Draft,
  { id, revision, leaving, threads }: SeenAmendment,
  now: Date,
) {
  const amendment = draft.amendments.find(one => one.id === id)
  if (amendment?.revision !== revision) return false
  if ((amendment.withdrawalBy?.id ?? null) !== leaving) return false
  await saveAmendmentMark(tx, actor, amendment, threads, now)
  return true
}
