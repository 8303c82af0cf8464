import * as Y from 'yjs'
import { tkr } from '~/budget/money'
import { addSection } from '~/collab/arrange-section.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { appendToLog, readLogs } from '~/collab/log-store.server'
import { contentOf, docOf, firstUpdate } from '~/collab/section-doc'
import type { Actor } from '~/group/policy'
import { editGoals } from '~/proposal/edit-goals.server'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

export const now = new Date('2024-10-24T18:00:00Z')
export const frame = (amount: number) => ({
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})
const paragraphs = (...texts: string[]) => ({
  type: 'doc' as const,
  content: texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

export const docIn = async ({ groupId }: Actor, sectionId: string): Promise<Y.Doc> =>
  docOf((await readLogs(groupId, [sectionId])).get(sectionId) ?? [])

export async function textIn(actor: Actor, sectionId: string): Promise<string[]> {
  const { content } = contentOf(await docIn(actor, sectionId))
  return content.map(block =>
    block.type === 'paragraph'
      ? (block.content ?? []).map(part => (part.type === 'text' ? part.text : ' ')).join('')
      : block.type,
  )
}

/** Writes into the text as an editor would: what the work changes is one update of the log. */
export async function write(actor: Actor, sectionId: string, work: (doc: Y.Doc) => void) {
  const doc = await docIn(actor, sectionId)
  const updates: Uint8Array[] = []
  doc.on('update', (one: Uint8Array) => updates.push(one))
  work(doc)
  const { groupId, memberId } = actor
  for (const one of updates) await appendToLog({ groupId, memberId, sectionId, update: one })
}

/** The text of a paragraph, by its place in the section. */
export const textOf = (doc: Y.Doc, at: number): Y.XmlText => {
  const block = doc.getXmlFragment('default').get(at)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text there')
  return text
}

/** A proposal with two sections, an amendment and a goal, and a version of it. */
export async function withVersion() {
  const built = await buildProposal()
  const { drafter, secretary, proposalId, group } = built
  const leader = await buildMember(group, ['leader'])
  const section = async (title: string, ...texts: string[]) => {
    const { sectionId } = valueOf(await addSection(drafter, proposalId, title))
    const first = firstUpdate(paragraphs(...texts))
    await appendToLog({ ...drafter, sectionId, update: first })
    return sectionId
  }
  const school = await section('Skolan', 'Vi vill ha lugn.', 'Skolan får mer pengar.')
  const care = await section('Omsorgen', 'Vi vill ha tid.')
  const { id: amendmentId } = await buildAmendment(leader, proposalId, frame(50_000))
  valueOf(await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Ett mål' }))
  const frozen = await freezeVersion(secretary, { proposalId, name: 'Första', now })
  const { versionId } = valueOf(frozen)
  const restore = { proposalId, versionId, now }
  return { ...built, leader, school, care, amendmentId, restore, section }
}
