import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { addSection } from '~/collab/arrange-section.server'
import { loadFindPage } from '~/collab/find-page.server'
import { ReplaceForm } from '~/collab/replace-form'
import { replaceChosen } from '~/collab/replace-words.server'
import { whoChanged } from '~/collab/who-changed.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { addAmendment } from '~/proposal/add-amendment.server'
import { editGoals } from '~/proposal/edit-goals.server'
import { loadDraft } from '~/proposal/store.server'
import { buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-24T18:14:00Z')

/** What the fields outside the texts hold, in the order of the page. */
async function withFields(led: boolean) {
  const built = await buildProposal()
  const { proposalId, drafter, group } = built
  for (const title of ['Skolan', 'Omsorgen']) valueOf(await addSection(drafter, proposalId, title))
  if (led) await buildMember(group, ['leader'])
  const change = {
    type: 'frame' as const,
    board: 'BUN',
    recurrence: 'indexed' as const,
    amounts: [tkr(1_000), tkr(0), tkr(0)],
    measures: [{ id: 'm1', name: 'Fler i varje skola', amounts: [tkr(500), tkr(0), tkr(0)] }],
  }
  const input = { change, motivation: 'En skola nära: skola för alla.', section: null }
  const adopter = led ? await buildMember(group, ['leader', 'drafter']) : drafter
  const amendment = valueOf(await addAmendment(adopter, proposalId, input, now))
  const goal = valueOf(
    await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Trygg skola' }),
  )
  valueOf(
    await editGoals(drafter, proposalId, {
      type: 'add-indicator',
      goalId: goal.id,
      indicator: { ...indicator, label: 'Elever som gillar sin skola' },
    }),
  )
  valueOf(await addSection(drafter, proposalId, 'En skola i tiden'))
  const find = async (actor: Actor = drafter, q = 'skola') => {
    const page = await loadFindPage(actor, proposalId, { q })
    if (!page) throw new Error('no page')
    return page.fields
  }
  const chosen = async () =>
    (await find()).flatMap(({ key: field, revision, found }) =>
      revision === null ? [] : found.map(({ at, words }) => ({ field, revision, at, words })),
    )
  const replace = async (hit: Awaited<ReturnType<typeof chosen>>, put = 'förskola') =>
    replaceChosen(drafter, proposalId, { intent: 'replace', put, hit }, now)
  return { ...built, amendment, find, chosen, replace }
}

const indicator = {
  kpi: null,
  unit: '%',
  direction: 'increase' as const,
  outcomeYear: null,
  outcome: null,
  targetYear: null,
  target: null,
}

test('words outside the texts are found with their place, and replaced as an edit would', async () => {
  const { proposalId, drafter, find, chosen, replace } = await withFields(false)
  const found = await find()
  expect(found.map(({ name, found: hits }) => [name, hits.length])).toEqual([
    ['Rubriken på avsnitt 1', 1],
    ['Rubriken på avsnitt 3', 1],
    ['Mål 1', 1],
    ['Indikator till mål 1', 1],
    [expect.stringMatching(/^Ä1 .*, skälet$/), 2],
    [expect.stringMatching(/^Ä1 .*, en åtgärd$/), 1],
    ...found.slice(6).map(({ name, found: hits }) => [name, hits.length]),
  ])
  expect(found.slice(6).every(({ kind, revision }) => kind === 'clause' && revision === null)).toBe(
    true,
  )
  const answer = valueOf(await replace(await chosen()))
  expect(answer).toMatchObject({ replaced: 7, left: [], forLeader: [], notSuggested: 0 })
  const draft = await loadDraft(drafter, proposalId)
  expect(draft?.sections.map(({ title }) => title)).toEqual([
    'Förskolan',
    'Omsorgen',
    'En förskola i tiden',
  ])
  expect(draft?.goals[0]).toMatchObject({
    title: 'Trygg förskola',
    indicators: [{ label: 'Elever som gillar sin förskola', unit: '%' }],
  })
  expect(draft?.amendments).toMatchObject([
    {
      state: 'adopted',
      motivation: 'En förskola nära: förskola för alla.',
      change: { measures: [{ id: 'm1', name: 'Fler i varje förskola' }] },
    },
  ])
  const [version] = await db.version.findMany({ where: { proposalId } })
  expect(version?.snapshot).toContain('Trygg skola')
  const trace = await whoChanged(drafter, proposalId, {
    from: version?.frozenAt ?? now,
    to: new Date(now.getTime() + 1000),
  })
  expect(trace?.others.map(({ what, name }) => [what, name])).toEqual(
    expect.arrayContaining([
      ['Rubriken ”Förskolan”', 'drafter'],
      ['Målet ”Trygg förskola”, ändrat', 'drafter'],
      ['Indikatorn ”Elever som gillar sin förskola”, ändrad', 'drafter'],
    ]),
  )
})

test('in a group with a leader the words of an adopted amendment become a suggestion', async () => {
  const { proposalId, drafter, chosen, replace } = await withFields(true)
  const answer = valueOf(await replace(await chosen()))
  expect(answer).toMatchObject({ replaced: 7, left: [], forLeader: ['Ä2 i stället för Ä1'] })
  const draft = await loadDraft(drafter, proposalId)
  expect(draft?.amendments).toMatchObject([
    { state: 'adopted', motivation: 'En skola nära: skola för alla.' },
    {
      state: 'suggested',
      motivation: 'En förskola nära: förskola för alla.',
      replaces: draft?.amendments[0]?.id,
    },
  ])
})

test('what was saved since is left and named, and what would be too long or empty refuses all', async () => {
  const { proposalId, drafter, chosen, replace } = await withFields(false)
  const seen = await chosen()
  const draft = await loadDraft(drafter, proposalId)
  const [goal] = draft?.goals ?? []
  if (!goal) throw new Error('no goal')
  const long = await replace(seen, 'x'.repeat(200))
  expect(long).toMatchObject({ ok: false, fault: { kind: 'invalid', field: 'put' } })
  expect((await loadDraft(drafter, proposalId))?.sections).toEqual(draft?.sections)
  expect(await db.version.count({ where: { proposalId } })).toBe(0)
  const { id: goalId, revision } = goal
  valueOf(
    await editGoals(drafter, proposalId, {
      type: 'rename-goal',
      goalId,
      revision,
      title: 'Trygg skola nu',
    }),
  )
  const answer = valueOf(await replace(seen))
  expect(answer).toMatchObject({ replaced: 6, left: [{ words: 'skola', title: 'Mål 1' }] })
})

test.each(['deferred', 'withdrawn'] as const)(
  'new words in what is %s leave it there, whoever decides',
  async state => {
    for (const led of [false, true]) {
      const { proposalId, drafter, amendment, find, chosen, replace } = await withFields(led)
      await db.amendment.update({ where: { id: amendment.id }, data: { state } })
      const found = (await find()).filter(({ kind }) => kind === 'amendment')
      expect(found.map(({ setAside }) => setAside)).toEqual([true, true])
      expect(found[0]?.name).toContain(state === 'deferred' ? '(uppskjuten)' : '(tillbakadragen)')
      expect(valueOf(await replace(await chosen()))).toMatchObject({
        replaced: 7,
        left: [],
        forLeader: [],
      })
      expect((await loadDraft(drafter, proposalId))?.amendments).toMatchObject([
        {
          state,
          motivation: 'En förskola nära: förskola för alla.',
          change: { measures: [{ id: 'm1', name: 'Fler i varje förskola' }] },
        },
      ])
    }
  },
)

test('nothing is suggested outside the texts, and a reviewer may write nothing there', async () => {
  const { proposalId, drafter, reviewer, find, chosen } = await withFields(false)
  const hit = await chosen()
  const form = { put: 'förskola', hit }
  const suggested = await replaceChosen(drafter, proposalId, { intent: 'suggest', ...form }, now)
  expect(valueOf(suggested)).toMatchObject({ replaced: 0, notSuggested: 7 })
  const before = await find()
  expect(
    await replaceChosen(reviewer, proposalId, { intent: 'replace', ...form }, now),
  ).toMatchObject({
    ok: false,
    fault: { kind: 'forbidden' },
  })
  expect(await find()).toEqual(before)
})

test('new words with a mark that nobody sees are refused by name', () => {
  const hit = JSON.stringify({ field: 'goal g', revision: 1, at: 0, words: 'x' })
  for (const put of ['a\uFFF9b', 'a\u202Eb', 'a\u0000b', 'a\uFFFCb'])
    expect(ReplaceForm.safeParse({ intent: 'replace', put, hit }).error?.issues[0]).toMatchObject({
      path: ['put'],
      message: expect.stringContaining('inte syns'),
    })
  expect(ReplaceForm.safeParse({ intent: 'replace', put: 'på† 🎈', hit }).success).toBe(true)
})
