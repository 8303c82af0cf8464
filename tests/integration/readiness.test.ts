import { expect, test } from 'vitest'
import { addSection, removeSection, returnSection } from '~/collab/arrange-section.server'
import { appendToLog } from '~/collab/log-store.server'
import { openThread } from '~/collab/open-thread.server'
import { hasLapsed, standingName, wordsHash, type ReadinessStep } from '~/collab/readiness'
import { firstUpdate } from '~/collab/section-doc'
import { loadSectionsPage } from '~/collab/sections-page.server'
import { setReadiness, setResponsible } from '~/collab/set-readiness.server'
import { removeMember } from '~/group/remove-member.server'
import { buildMember, buildProposal, valueOf } from '../factories'
import { textOf, write } from './versioned'

const now = new Date('2026-10-24T18:14:00Z')
const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Vi satsar på skolan.' }] }

async function withSection() {
  const built = await buildProposal()
  const { proposalId, drafter } = built
  const { sectionId: id } = valueOf(await addSection(drafter, proposalId, 'Skolan'))
  const update = firstUpdate({ type: 'doc', content: [paragraph] })
  await appendToLog({ ...drafter, sectionId: id, update })
  const shown = async () => {
    const page = await loadSectionsPage(drafter, proposalId)
    const [section] = page?.sections ?? []
    if (!section) throw new Error('no section')
    return { ...section, name: standingName(section.standing, section.hash) }
  }
  const say = async (actor: typeof drafter, intent: ReadinessStep, seen?: string) => {
    const { standing, hash } = await shown()
    const said = { intent, id, from: standing.readiness, seen: seen ?? hash }
    return setReadiness(actor, proposalId, said, now)
  }
  return { ...built, id, shown, say }
}

test('an approval is of the words as they stand, and lapses when these change', async () => {
  const { drafter, reviewer, id, shown, say } = await withSection()
  expect(await shown()).toMatchObject({ name: 'Utkast', words: 4 })
  valueOf(await say(drafter, 'ready'))
  valueOf(await say(reviewer, 'approve'))
  const approved = await shown()
  expect(approved).toMatchObject({
    name: 'Godkänd',
    standing: { byName: reviewer.name, at: now, of: approved.hash },
  })
  await write(drafter, id, doc => textOf(doc, 0).insert(2, ' alla'))
  const changed = await shown()
  expect(changed).toMatchObject({ name: 'Ändrad sedan dess', words: 5 })
  await write(drafter, id, doc => textOf(doc, 0).delete(2, 5))
  expect(await shown()).toMatchObject({ name: 'Godkänd', hash: approved.hash })
})

test('a comment on the words changes none of them', async () => {
  const { proposalId, drafter, reviewer, id, shown, say } = await withSection()
  valueOf(await say(reviewer, 'approve'))
  const place = { kind: 'section' as const, sectionId: id }
  valueOf(await openThread(drafter, proposalId, { place, body: 'Bra.', now }))
  const { standing, hash } = await shown()
  expect(hasLapsed(standing, hash)).toBe(false)
})

test('nobody approves words that they have not read, nor after somebody else was first', async () => {
  const { proposalId, drafter, reviewer, secretary, id, shown, say } = await withSection()
  const { hash } = await shown()
  await write(drafter, id, doc => textOf(doc, 0).insert(0, 'Nej, '))
  const conflict = { ok: false, fault: { kind: 'conflict' } }
  expect(await say(reviewer, 'approve', hash)).toMatchObject(conflict)
  expect((await shown()).name).toBe('Utkast')
  valueOf(await say(reviewer, 'approve'))
  const late = { intent: 'ready' as const, id, from: 'draft' as const, seen: (await shown()).hash }
  expect(await setReadiness(secretary, proposalId, late, now)).toMatchObject(conflict)
  expect((await shown()).name).toBe('Godkänd')
})

test('it stays with the section through the bin, where nothing can be said of it', async () => {
  const { proposalId, drafter, reviewer, id, shown, say } = await withSection()
  valueOf(await say(reviewer, 'approve'))
  const { hash } = await shown()
  valueOf(await removeSection(drafter, proposalId, { id, revision: 1 }, now))
  const said = { intent: 'rework' as const, id, from: 'approved' as const, seen: hash }
  const gone = { ok: false, fault: { kind: 'not-found' } }
  expect(await setReadiness(drafter, proposalId, said, now)).toMatchObject(gone)
  const responsible = { id, memberId: drafter.memberId }
  expect(await setResponsible(drafter, proposalId, responsible)).toMatchObject(gone)
  valueOf(await returnSection(drafter, proposalId, { id, revision: 2 }))
  expect((await shown()).name).toBe('Godkänd')
})

test('a member of the group answers for a section, and is named also after having left', async () => {
  const { proposalId, group, drafter, admin, id, shown } = await withSection()
  const karin = await buildMember(group, ['drafter'], 'Karin')
  const set = (memberId: string | null) => setResponsible(drafter, proposalId, { id, memberId })
  valueOf(await set(karin.memberId))
  expect(await shown()).toMatchObject({ responsibleName: 'Karin' })
  valueOf(await removeMember(admin, { memberId: karin.memberId, now }))
  expect(await shown()).toMatchObject({ responsibleName: 'Karin' })
  expect(await set(karin.memberId)).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  valueOf(await set(null))
  expect(await shown()).toMatchObject({ responsibleName: null })
})

test('an empty text has a hash too', () => {
  expect(wordsHash({ type: 'doc', content: [] })).toMatch(/^[0-9a-f]{64}$/)
})
