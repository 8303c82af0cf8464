import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { db } from '~/db.server'
import { readRival, rivalOf } from '~/import/rival-upload.server'
import { addRival, editRivals } from '~/proposal/edit-rivals.server'
import { loadRivalsPage } from '~/proposal/load-rivals-page.server'
import { loadDraft } from '~/proposal/store.server'
import { buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')
const snapshot = readFileSync('tests/fixtures/demo-snapshot.json', 'utf8')
const heading = { name: 'Majoriteten', source: 'Protokollet, sidan 12', datedOn: '2026-10-01' }

async function proposal() {
  const made = await buildProposal()
  const { drafter, reviewer, proposalId } = made
  const stored = async () => (await loadRivalsPage(reviewer, proposalId, false))?.rivals ?? []
  const edit = (form: Parameters<typeof editRivals>[2], actor = drafter) =>
    editRivals(actor, proposalId, form, now)
  return { ...made, stored, edit }
}

test('a typed proposal is kept apart: it is shown, changed and removed, and never counts in ours', async () => {
  const { drafter, proposalId, stored, edit } = await proposal()
  const before = await loadDraft(drafter, proposalId)
  const { id } = valueOf(await edit({ type: 'add', ...heading, typed: { 'frame.BUN.0': '5 000' } }))
  const [kept] = await stored()
  expect(kept).toMatchObject({ id, ...heading, revision: 1 })
  expect(kept?.framework).toBeUndefined()
  const draft = await loadDraft(drafter, proposalId)
  expect(draft?.amendments).toEqual([])
  if (!draft || !before || !kept) throw new Error('nothing loaded')
  expect(statementOf(draft.framework, draft.amendments)).toEqual(
    statementOf(before.framework, before.amendments),
  )
  expect(statementOf(draft.framework, kept.amendments).frames.change[0]).toBe(5000)
  valueOf(
    await edit({ type: 'change', id, revision: 1, ...heading, name: 'De styrande', typed: {} }),
  )
  expect(await stored()).toMatchObject([{ name: 'De styrande', amendments: [], revision: 2 }])
  expect(await edit({ type: 'change', id, revision: 1, ...heading, typed: {} })).toMatchObject({
    fault: { kind: 'stale', current: { revision: 2 } },
  })
  expect(await edit({ type: 'remove', id, revision: 1 })).toMatchObject({
    fault: { kind: 'stale' },
  })
  valueOf(await edit({ type: 'remove', id, revision: 2 }))
  expect(await stored()).toEqual([])
})

test('a field that cannot be read refuses the whole, at its place', async () => {
  const { stored, edit } = await proposal()
  const faulty = {
    type: 'add' as const,
    ...heading,
    typed: { 'frame.BUN.0': '5', 'frame.KS.1': 'mycket' },
  }
  expect(await edit(faulty)).toMatchObject({ fault: { kind: 'invalid', field: 'frame.KS.1' } })
  expect(await stored()).toEqual([])
})

test('a snapshot keeps its own base and figures, and only its name can be changed', async () => {
  const { drafter, proposalId, stored, edit } = await proposal()
  const read = valueOf(rivalOf(snapshot, 'deras <förslag>.json'))
  expect(read.source).toContain('deras förslag.json')
  const { id } = valueOf(await addRival(drafter, proposalId, read, now))
  valueOf(
    await edit({ type: 'change', id, revision: 1, ...heading, typed: { 'frame.BUN.0': '9' } }),
  )
  const [kept] = await stored()
  expect(kept).toMatchObject({ ...heading, framework: read.framework })
  expect(kept?.amendments).toEqual(read.amendments)
})

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
const demo = JSON.parse(snapshot)

test.each([
  ['nothing', '', 'är tom'],
  ['no JSON', '<html>', 'är inte JSON'],
  ['a depth without end', deep, 'nivåer'],
  ['a framework', readFileSync('tests/fixtures/demo-framework.json', 'utf8'), 'snapshot/1'],
  ['an amount beyond all', snapshot.replace('"ore":30', '"ore":9007199254740993'), 'amendments'],
  [
    'years in disorder',
    JSON.stringify({
      ...demo,
      framework: { ...demo.framework, years: demo.framework.years.toReversed() },
    }),
    'framework.',
  ],
])('a file with %s gets one line, and nothing is stored', (_, text, said) => {
  const read = rivalOf(text, 'fil.json')
  expect(read).toMatchObject({ ok: false, fault: { kind: 'invalid', field: 'upload' } })
  expect(!read.ok && read.fault.message).toContain(said)
  expect(!read.ok && read.fault.message).not.toContain('\n')
})

function sent(file?: File) {
  const body = new FormData()
  if (file) body.set('upload', file)
  return readRival(new Request('http://a.example/', { method: 'POST', body }))
}

test('a file that is too large, or none, is refused before it is read', async () => {
  expect(await sent()).toMatchObject({ fault: { message: expect.stringContaining('Välj') } })
  const large = new File(['x'.repeat(5_000_001)], 'stor.json')
  expect(await sent(large)).toMatchObject({ fault: { message: expect.stringContaining('5 MB') } })
})

test('six fit, at once too; readers only read, and so does everybody once it is locked', async () => {
  const { reviewer, admin, proposalId, stored, edit } = await proposal()
  const add = { type: 'add' as const, ...heading, typed: {} }
  for (const actor of [reviewer, admin])
    expect(await edit(add, actor)).toMatchObject({ fault: { kind: 'forbidden' } })
  const all = await Promise.all(Array.from({ length: 8 }, () => edit(add)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(6)
  expect(await stored()).toHaveLength(6)
  await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
  expect(await edit(add)).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await loadRivalsPage(reviewer, proposalId, false)).toMatchObject({ editable: false })
})
