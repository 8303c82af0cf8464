import { beforeAll, expect, test } from 'vitest'
import { addSection, removeSection } from '~/collab/arrange-section.server'
import { loadFindPage } from '~/collab/find-page.server'
import { appendToLog, compactLog } from '~/collab/log-store.server'
import { replaceChosen } from '~/collab/replace-words.server'
import { notesIn } from '~/collab/notes'
import { firstUpdate } from '~/collab/section-doc'
import { suggestionsIn } from '~/collab/suggested-text'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { noteCharacter } from '~/proposal/section-content'
import { buildProposal, valueOf } from '../factories'
import { serve, type Served } from './server'
import { auth, Line, step1 } from './sockets'
import { docIn, textIn, textOf, write } from './versioned'

let served: Served
beforeAll(async () => {
  served = await serve()
}, 240_000)

const now = new Date('2026-10-24T18:14:00Z')
/** Where all that was chosen is done by who does it. */
const whole = { forLeader: [], notSuggested: 0 }

async function withSections() {
  const built = await buildProposal()
  const { proposalId, drafter } = built
  const section = async (title: string, ...texts: string[]) => {
    const { sectionId } = valueOf(await addSection(drafter, proposalId, title))
    const content = texts.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
    const update = firstUpdate({ type: 'doc', content })
    await appendToLog({ ...drafter, sectionId, update })
    return sectionId
  }
  const school = await section('Skolan', 'En skola för alla.', 'Varje skola räknas.')
  const care = await section('Omsorgen', 'Från skola till arbete.')
  const hits = async (q = 'skola') => {
    const page = await loadFindPage(drafter, proposalId, { q })
    return (page?.sections ?? []).flatMap(({ id, found }) =>
      found.map(({ from, to, words }) => ({ section: id, from, to, words })),
    )
  }
  const put = async (
    actor: Actor,
    intent: 'replace' | 'suggest',
    hit: Awaited<ReturnType<typeof hits>>,
  ) => replaceChosen(actor, proposalId, { intent, put: 'förskola', hit }, now)
  return { ...built, school, care, hits, put }
}

/** What an open room says of its text now, to who asks for all of it. */
async function textInRoom(actor: Actor, sectionId: string): Promise<string> {
  const line = await Line.as(served.port, '/collab', actor)
  line.send(auth(sectionId))
  await line.until('authenticated')
  const before = line.heard.length
  line.send(step1(sectionId))
  await line.until('other', before)
  await line.end()
  return (await textIn(actor, sectionId)).join('\n')
}

test('chosen words are replaced in every section, in one change that can be had back', async () => {
  const { proposalId, drafter, school, care, hits, put } = await withSections()
  const found = await hits()
  expect(found.map(({ section }) => section)).toEqual([school, school, care])
  const answer = await put(drafter, 'replace', found.slice(1))
  expect(valueOf(answer)).toEqual({ ...whole, intent: 'replace', replaced: 2, left: [] })
  expect(await textIn(drafter, school)).toEqual(['En skola för alla.', 'Varje förskola räknas.'])
  expect(await textIn(drafter, care)).toEqual(['Från förskola till arbete.'])
  const rows = await db.sectionUpdate.count({ where: { sectionId: school } })
  expect(rows).toBe(2)
  const [version] = await db.version.findMany({ where: { proposalId } })
  expect(version).toMatchObject({ automatic: true, name: 'Före ersättning av ”skola”' })
  expect(version?.snapshot).toContain('Varje skola räknas.')
})

test('an open room has it at once, and goes on', async () => {
  const { drafter, secretary, care, hits, put } = await withSections()
  const line = await Line.as(served.port, '/collab', secretary)
  line.send(auth(care))
  await line.until('authenticated')
  const heard = line.heard.length
  valueOf(await put(drafter, 'replace', await hits()))
  await line.until('other', heard)
  await line.end()
  expect(await textInRoom(secretary, care)).toBe('Från förskola till arbete.')
})

test('as suggestions the words stand until each is settled, and a reviewer may do no more', async () => {
  const { reviewer, school, hits, put } = await withSections()
  const found = await hits()
  expect(await put(reviewer, 'replace', found)).toMatchObject({
    ok: false,
    fault: { kind: 'forbidden' },
  })
  expect(valueOf(await put(reviewer, 'suggest', found))).toMatchObject({ replaced: 3, left: [] })
  expect(await textIn(reviewer, school)).toEqual(['En skola för alla.', 'Varje skola räknas.'])
  const suggestions = suggestionsIn(await docIn(reviewer, school))
  expect(suggestions.map(({ authorId }) => authorId)).toEqual([
    reviewer.memberId,
    reviewer.memberId,
  ])
})

test('what was changed since, or lies in the bin, is left and named', async () => {
  const { proposalId, drafter, school, care, hits, put } = await withSections()
  const found = await hits()
  await write(drafter, school, doc => textOf(doc, 0).insert(5, '-'))
  await write(drafter, school, doc => textOf(doc, 1).insert(0, 'Nu: '))
  valueOf(await removeSection(drafter, proposalId, { id: care, revision: 1 }, now))
  expect(valueOf(await put(drafter, 'replace', found))).toEqual({
    ...whole,
    intent: 'replace',
    replaced: 1,
    left: [
      { words: 'skola', title: null },
      { words: 'skola', title: 'Skolan' },
    ],
  })
  expect(await textIn(drafter, school)).toEqual([
    'En sk-ola för alla.',
    'Nu: Varje förskola räknas.',
  ])
  expect(await textIn(drafter, care)).toEqual(['Från skola till arbete.'])
})

test('nothing is left of it where the proposal is locked, and words of another group stay', async () => {
  const { proposalId, drafter, hits, put } = await withSections()
  const rivals = await withSections()
  const theirs = await rivals.hits()
  expect(valueOf(await put(drafter, 'replace', theirs)).replaced).toBe(0)
  expect(await rivals.hits()).toEqual(theirs)
  const found = await hits()
  await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
  for (const intent of ['replace', 'suggest'] as const)
    expect(await put(drafter, intent, found)).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await hits()).toEqual(found)
})

test('a merged log still knows where the words stood', async () => {
  const { drafter, care, hits, put } = await withSections()
  const found = await hits()
  await write(drafter, care, doc => textOf(doc, 0).insert(0, 'Steg: '))
  await compactLog(care)
  expect(valueOf(await put(drafter, 'replace', found)).left).toEqual([])
  expect(await textIn(drafter, care)).toEqual(['Steg: Från förskola till arbete.'])
})

/** A footnote and an image in a section of its own, beside the others. */
async function withNotes() {
  const built = await withSections()
  const { proposalId, drafter } = built
  const { sectionId } = valueOf(await addSection(drafter, proposalId, 'Bilagan'))
  const note = { type: 'footnote', attrs: { text: 'Varje skola, också en friskola.' } }
  const image = { sha256: 'a'.repeat(64), alt: 'En skola', width: 8, height: 8, caption: 'Skola' }
  const content = [
    { type: 'paragraph', content: [{ type: 'text', text: noteCharacter, marks: [note] }] },
    { type: 'image', attrs: image },
  ]
  await appendToLog({ ...drafter, sectionId, update: firstUpdate({ type: 'doc', content }) })
  const page = await loadFindPage(drafter, proposalId, { q: 'skola' })
  const hit = (page?.sections ?? [])
    .filter(({ id }) => id === sectionId)
    .flatMap(({ id, notes }) =>
      notes.flatMap(({ part, place, found }) =>
        found.map(({ at, words }) => ({ section: id, part, place, at, words })),
      ),
    )
  const notes = async () => notesIn(await docIn(drafter, sectionId)).map(({ text }) => text)
  return { ...built, hit, notes, annex: sectionId }
}

test('what footnotes and images say is replaced too, and merging the log loses no place', async () => {
  const { proposalId, drafter, hit, notes, annex } = await withNotes()
  expect(hit.map(({ part, at }) => [part, at])).toEqual([
    ['footnote', 6],
    ['footnote', 25],
    ['alt', 3],
    ['caption', 0],
  ])
  await compactLog(annex)
  const form = { intent: 'replace', put: 'förskola', hit } as const
  const long = { ...form, put: 'x'.repeat(500) }
  expect(await replaceChosen(drafter, proposalId, long, now)).toMatchObject({
    fault: { kind: 'invalid', field: 'put', message: expect.stringContaining('”Bilagan”: Bild 1') },
  })
  expect(valueOf(await replaceChosen(drafter, proposalId, form, now))).toMatchObject({
    replaced: 4,
    left: [],
    notSuggested: 0,
  })
  expect(await notes()).toEqual([
    'Varje förskola, också en friförskola.',
    'En förskola',
    'Förskola',
  ])
  const [version] = await db.version.findMany({ where: { proposalId } })
  expect(version?.snapshot).toContain('Varje skola, också en friskola.')
})

test('a reviewer suggests the words of a footnote, and leaves those of an image', async () => {
  const { proposalId, reviewer, hit, notes, annex } = await withNotes()
  const form = { put: 'förskola', hit }
  expect(
    await replaceChosen(reviewer, proposalId, { intent: 'replace', ...form }, now),
  ).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(
    valueOf(await replaceChosen(reviewer, proposalId, { intent: 'suggest', ...form }, now)),
  ).toMatchObject({ replaced: 2, left: [], notSuggested: 2 })
  // a footnote that somebody suggests to take away is not found again
  expect(await notes()).toEqual(['En skola', 'Skola'])
  const [one, ...others] = suggestionsIn(await docIn(reviewer, annex))
  expect([one?.authorId, others.length]).toEqual([reviewer.memberId, 0])
})
