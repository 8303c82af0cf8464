import type { Doc } from 'yjs'
import { db, type Database } from '~/db.server'
import type { Actor, Status } from '~/group/policy'
import type { SectionContent } from '~/proposal/section-content'
import { readLogs } from './log-store.server'
import { contentOf, docOf, editorContentOf } from './section-doc'
import { suggestionsIn } from './suggested-text'

/** What is written in a section, and how many changes of it are suggested and not in it. */
export type SectionText = { readonly content: SectionContent; readonly suggestions: number }

const textOf = (doc: Doc): SectionText => ({
  content: contentOf(doc),
  suggestions: suggestionsIn(doc).length,
})

/** The text of every section of the proposal that is not removed, without comment marks. */
export async function loadSectionContents(
  actor: Actor,
  proposalId: string,
): Promise<Map<string, SectionText>> {
  const docs = await loadDocs(actor, proposalId)
  return new Map([...docs].map(([id, doc]) => [id, textOf(doc)]))
}

/** The same with the editor's own JSON beside it, comment marks and all: what a version keeps for restore. */
export async function loadEditorContents(
  actor: Actor,
  proposalId: string,
): Promise<Map<string, SectionText & { editor: { type: 'doc'; content: object[] } }>> {
  const docs = await loadDocs(actor, proposalId)
  return new Map(
    [...docs].map(([id, doc]) => [id, { ...textOf(doc), editor: editorContentOf(doc) }]),
  )
}

/** The text of one section, also of one in the bin. */
export async function loadOneContent(actor: Actor, sectionId: string): Promise<SectionContent> {
  const logs = await readLogs(actor.groupId, [sectionId])
  return contentOf(docOf(logs.get(sectionId) ?? []))
}

/** The documents of the proposal's sections, by section. */
export async function loadDocs(actor: Actor, proposalId: string) {
  const sections = await db.section.findMany({
    where: { groupId: actor.groupId, proposalId, removedAt: null },
    select: { id: true },
  })
  const logs = await readLogs(
    actor.groupId,
    sections.map(({ id }) => id),
  )
  // A row that Yjs cannot read was refused when it came, so it was never acknowledged to anybody.
  return new Map([...logs].map(([id, updates]) => [id, docOf(updates)]))
}

/** Where a section stands, for whoever wants into its room. Null also for another group's section. */
export async function findSection(
  actor: Actor,
  sectionId: string,
): Promise<{ proposalId: string; status: Status; inBin: boolean } | null> {
  const row = await db.section.findFirst({
    where: { id: sectionId, groupId: actor.groupId },
    select: { proposalId: true, removedAt: true, proposal: { select: { status: true } } },
  })
  return (
    row && {
      proposalId: row.proposalId,
      status: row.proposal.status,
      inBin: row.removedAt !== null,
    }
  )
}

/** The proposal's sections in order, inside a change. */
export function sectionsInOrder(tx: Database, { groupId }: Actor, proposalId: string) {
  return tx.section.findMany({
    where: { groupId, proposalId, removedAt: null },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, title: true, position: true, revision: true },
  })
}

/** An empty section: its log begins with the first thing that somebody writes. */
export async function insertSection(
  tx: Database,
  { groupId }: Actor,
  section: { id: string; proposalId: string; title: string; position: number },
): Promise<void> {
  await tx.section.create({ data: { ...section, groupId } })
}

/** A section's title, and its place where one is given, also of one that was removed: it is back. @returns whether there is one. */
export async function restoreSectionRow(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  { id, ...changes }: { id: string; title: string; position?: number },
): Promise<boolean> {
  const { count } = await tx.section.updateMany({
    where: { id, groupId, proposalId },
    data: { ...changes, removedAt: null, removedById: null, revision: { increment: 1 } },
  })
  return count === 1
}

/**
 * A row of the log inside a change, for what the server itself writes into a text. `words` is false where it only sets
 * the place of a thread: readers have nothing new to read then.
 */
export async function insertUpdate(
  tx: Database,
  { groupId, memberId }: Pick<Actor, 'groupId' | 'memberId'>,
  sectionId: string,
  update: Uint8Array,
  words = true,
): Promise<void> {
  await tx.sectionUpdate.create({
    data: { groupId, memberId, sectionId, update: new Uint8Array(update), words },
  })
}

/** Changes a section where its revision still is the expected one. @returns whether it was. */
export async function saveSection(
  tx: Database,
  { groupId }: Actor,
  { id, revision }: { id: string; revision: number },
  changes: { title?: string; position?: number; removedAt?: Date; removedById?: string },
): Promise<boolean> {
  const { count } = await tx.section.updateMany({
    where: { id, groupId, revision, removedAt: null },
    data: { ...changes, revision: { increment: 1 } },
  })
  return count === 1
}

/** Puts a section into the bin, where its revision still is the expected one. */
export const binSection = (
  tx: Database,
  actor: Actor,
  section: { id: string; revision: number },
  now: Date,
): Promise<boolean> =>
  saveSection(tx, actor, section, { removedAt: now, removedById: actor.memberId })
