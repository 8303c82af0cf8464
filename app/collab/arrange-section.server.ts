import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { followSection, markBegun } from './mark-store.server'
import { moved } from './section-order'
import { insertSection, saveSection, sectionsInOrder } from './section-store.server'

/** Which section, and which of its saves the member has seen. */
type Seen = { readonly id: string; readonly revision: number }
type Sections = Awaited<ReturnType<typeof sectionsInOrder>>
type Section = Sections[number]

const mostSections = 200

/** Adds an empty section after the others. Returns its id. */
export function addSection(
  actor: Actor,
  proposalId: string,
  title: string,
  now = new Date(),
): Promise<Outcome<{ sectionId: string }>> {
  return changeProposal(actor, proposalId, 'arrange-sections', async tx => {
    const sections = await sectionsInOrder(tx, actor, proposalId)
    if (sections.length >= mostSections)
      return refused({ kind: 'invalid', message: 'Ett förslag har högst 200 avsnitt.' })
    const id = newId()
    const position = (sections.at(-1)?.position ?? -1) + 1
    await insertSection(tx, actor, { id, proposalId, title, position })
    await markBegun(tx, actor, { id, title }, now)
    return done({ sectionId: id })
  })
}

export function renameSection(actor: Actor, proposalId: string, seen: Seen, title: string) {
  return changeSection(actor, proposalId, seen, async (tx, section) => {
    await saveSection(tx, actor, section, { title })
    await followSection(tx, actor, section.id, { title })
  })
}

/** Takes a section out of the proposal. Its text and comments stay in the database; versions keep theirs. */
export function removeSection(actor: Actor, proposalId: string, seen: Seen, now: Date) {
  return changeSection(actor, proposalId, seen, async (tx, section) => {
    await saveSection(tx, actor, section, { removedAt: now })
    await followSection(tx, actor, section.id, { removed: true })
  })
}

/** Puts a section at another place among the others; `to` counts from 0. */
export function moveSection(actor: Actor, proposalId: string, seen: Seen, to: number) {
  return changeSection(actor, proposalId, seen, async (tx, section, sections) => {
    for (const [position, one] of moved(sections, section.id, to).entries())
      if (one.position !== position) await saveSection(tx, actor, one, { position })
  })
}

function changeSection(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  work: (tx: Database, section: Section, sections: Sections) => Promise<void>,
): Promise<Outcome<{ sectionId: string }>> {
  return changeProposal(actor, proposalId, 'arrange-sections', async tx => {
    const sections = await sectionsInOrder(tx, actor, proposalId)
    const section = sections.find(({ id }) => id === seen.id)
    if (!section) return notFound
    if (section.revision !== seen.revision) return refused(staleFault(section))
    await work(tx, section, sections)
    return done({ sectionId: section.id })
  })
}

const staleFault = (section: Section) => ({
  kind: 'stale' as const,
  message: `Avsnittet ändrades av någon annan medan du skrev: det heter nu ”${section.title}”. Inget är överskrivet. Gör om ändringen om den fortfarande behövs.`,
  current: section,
})
