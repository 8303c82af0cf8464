import * as Y from 'yjs'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { SnapshotSection } from '~/proposal/snapshot'
import { loadEditorContent } from '~/proposal/version-store.server'
import { logSection } from './arrange-section.server'
import { layLostThreads } from './kept-threads'
import { readLogs } from './log-store.server'
import { followSection } from './mark-store.server'
import { restoreText } from './restore-text'
import { docOf, firstUpdate } from './section-doc'
import {
  binSection,
  insertSection,
  insertUpdate,
  restoreSectionRow,
  sectionsInOrder,
} from './section-store.server'
import { settle } from './settle-suggestions'
import { suggestionsIn } from './suggested-text'
import { quotedThreads } from './thread-store.server'

type WriteSections = {
  readonly proposalId: string
  readonly versionId: string
  /** In the version's order. */
  readonly sections: readonly SnapshotSection[]
  /** Whether other sections stay where they are, or are removed and the order is the version's. */
  readonly keepOthers: boolean
  readonly now: Date
}

type Written = { readonly sectionId: string; readonly update: Uint8Array }

/**
 * Brings sections of a version back inside a change that holds the texts: rows, titles, order and words. Returns what
 * the open rooms have to be told after the commit.
 */
export async function writeSections(
  actor: Actor,
  { proposalId, versionId, sections, keepOthers, now }: WriteSections,
  tx: Database,
): Promise<Written[]> {
  const current = await sectionsInOrder(tx, actor, proposalId)
  for (const [position, { id, title }] of sections.entries()) {
    const place = keepOthers ? {} : { position }
    const known = await restoreSectionRow(tx, actor, proposalId, { id, title, ...place })
    await followSection(tx, actor, id, { title, removed: false })
    const last = (current.at(-1)?.position ?? -1) + 1
    if (!known)
      await insertSection(tx, actor, { id, proposalId, title, position: place.position ?? last })
    const before = current.find(one => one.id === id)
    if (before?.title === title) continue
    const does = before ? 'renamed' : known ? 'returned' : 'added'
    await logSection(tx, actor, { proposalId, id, title, does }, now)
  }
  const kept = new Set(sections.map(({ id }) => id))
  if (!keepOthers)
    for (const section of current)
      if (!kept.has(section.id)) {
        await binSection(tx, actor, section, now)
        await logSection(tx, actor, { proposalId, ...section, does: 'removed' }, now)
      }
  return writeTexts(actor, { proposalId, versionId, sections }, tx)
}

async function writeTexts(
  actor: Actor,
  { proposalId, versionId, sections }: Pick<WriteSections, 'proposalId' | 'versionId' | 'sections'>,
  tx: Database,
): Promise<Written[]> {
  const editor = await loadEditorContent(actor, proposalId, versionId)
  const logs = await readLogs(
    actor.groupId,
    sections.map(({ id }) => id),
  )
  const written: Written[] = []
  for (const { id: sectionId, content } of sections) {
    const wanted = docOf([firstUpdate(editor.get(sectionId) ?? content)])
    // what was suggested then was not the text, and may have been settled since
    settle(wanted, new Set(suggestionsIn(wanted).map(({ id }) => id)), 'reject')
    const threads = await quotedThreads(tx, actor, sectionId)
    const update = changeOf(docOf(logs.get(sectionId) ?? []), doc => {
      restoreText(doc, wanted)
      layLostThreads(doc, threads)
    })
    if (!update) continue
    await insertUpdate(tx, actor, sectionId, update)
    written.push({ sectionId, update })
  }
  return written
}

/** What the work wrote into the document, as one update; null where it wrote nothing. */
function changeOf(doc: Y.Doc, work: (doc: Y.Doc) => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  work(doc)
  return updates.length === 0 ? null : Y.mergeUpdates(updates)
}
