import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import type { Touch } from '~/proposal/touch'
import { logTouches } from '~/proposal/touch-store.server'
import { holdTexts } from './log-store.server'
import { followSection, markBegun } from './mark-store.server'
import { loadBin } from './section-bin-store.server'
import { moved } from './section-order'
import {
  binSection,
  insertSection,
  restoreSectionRow,
  saveSection,
  sectionsInOrder,
} from './section-store.server'

/** Which section, and which of its saves the member has seen. */
type Seen = { readonly id: string; readonly revision: number }
type Sections = Awaited<ReturnType<typeof sectionsInOrder>>
type Section = Sections[number]

const mostSections = 200
const tooMany = refused({ kind: 'invalid', message: 'Ett förslag har högst 200 avsnitt.' })

/** Adds an empty section after the others. Returns its id. */
export function addSection(
  actor: Actor,
  proposalId: string,
  title: string,
  now = new Date(),
): Promise<Outcome<{ sectionId: string }>> {
  return changeProposal(actor, proposalId, 'arrange-sections', async tx => {
    const sections = await sectionsInOrder(tx, actor, proposalId)
    if (sections.length >= mostSections) return tooMany
    const id = newId()
    const position = (sections.at(-1)?.position ?? -1) + 1
    await insertSection(tx, actor, { id, proposalId, title, position })
    await markBegun(tx, actor, { id, title }, now)
    await logSection(tx, actor, { proposalId, id, title, does: 'added' }, now)
    return done({ sectionId: id })
  })
}

export function renameSection(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  title: string,
  now = new Date(),
) {
  return changeSection(actor, proposalId, seen, (tx, { id, revision }) =>
    saveTitle(tx, actor, { proposalId, id, revision }, title, now),
  )
}

/** The step inside the transaction, once it is known that the member has seen the last save. */
export async function saveTitle(
  tx: Database,
  actor: Actor,
  { proposalId, ...section }: Seen & { readonly proposalId: string },
  title: string,
  now: Date,
) {
  await saveSection(tx, actor, section, { title })
  await followSection(tx, actor, section.id, { title })
  await logSection(tx, actor, { proposalId, id: section.id, title, does: 'renamed' }, now)
}

/** Who did it is kept, for those who ask who changed what. */
export const logSection = (
  tx: Database,
  actor: Actor,
  { proposalId, id, title, does }: SectionTouch,
  now: Date,
): Promise<void> =>
  logTouches(tx, actor, proposalId, [{ kind: 'section', place: id, name: title, does }], now)

type SectionTouch = Pick<Touch, 'does'> & {
  readonly proposalId: string
  readonly id: string
  readonly title: string
}

/** Puts a section into the bin: out of the proposal, with its text and comments. Versions keep theirs. */
export function removeSection(actor: Actor, proposalId: string, seen: Seen, now: Date) {
  return changeSection(actor, proposalId, seen, async (tx, section) => {
    // what is acknowledged until now goes with it, and nothing after that
    await holdTexts(tx, proposalId)
    await binSection(tx, actor, section, now)
    await followSection(tx, actor, section.id, { removed: true })
    await logSection(tx, actor, { proposalId, ...section, does: 'removed' }, now)
  })
}

/** Takes a section out of the bin, to the place that it had. Nobody else may have been first. */
export function returnSection(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  now = new Date(),
): Promise<Outcome<{ sectionId: string }>> {
  return changeProposal(actor, proposalId, 'arrange-sections', async tx => {
    const bin = await loadBin(actor, proposalId, tx)
    const section = bin.find(({ id }) => id === seen.id)
    const present = await sectionsInOrder(tx, actor, proposalId)
    if (!section) return present.some(({ id }) => id === seen.id) ? backAlready : notFound
    if (section.revision !== seen.revision) return backAlready
    if (present.length >= mostSections) return tooMany
    await restoreSectionRow(tx, actor, proposalId, { id: section.id, title: section.title })
    await followSection(tx, actor, section.id, { removed: false })
    const { id, title } = section
    await logSection(tx, actor, { proposalId, id, title, does: 'returned' }, now)
    return done({ sectionId: section.id })
  })
}

const backAlready = refused({
  kind: 'conflict',
  message: 'Någon annan hann före: avsnittet är redan tillbaka. Ladda om sidan.',
})

/** Puts a section at another place among the others; `to` counts from 0. */
export function moveSection(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  to: number,
  now = new Date(),
) {
  return changeSection(actor, proposalId, seen, async (tx, section, sections) => {
    for (const [position, one] of moved(sections, section.id, to).entries())
      if (one.position !== position) await saveSection(tx, actor, one, { position })
    await logSection(tx, actor, { proposalId, ...section, does: 'moved' }, now)
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
