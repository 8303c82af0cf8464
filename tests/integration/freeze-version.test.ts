import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { freezeVersion } from '~/collab/freeze-version.server'
import { comparedSide, versionList } from '~/collab/version-pages.server'
import { db } from '~/db.server'
import { events } from '~/events.server'
import { exportVersion } from '~/export/export-version.server'
import { exportPage } from '~/export/export-page.server'
import { versionFile } from '~/export/version-file.server'
import { canonicalJson } from '~/proposal/canonical'
import { compare, isSame } from '~/proposal/compare'
import { editRivals } from '~/proposal/edit-rivals.server'
import { sha256 } from '~/proposal/hash.server'
import { loadVersion } from '~/proposal/version-store.server'
import { buildAmendment, buildMember, buildProposal, buildGroup, valueOf } from '../factories'

// half an hour before midnight in UTC is the next day in Sweden
const now = new Date('2024-10-23T23:30:00Z')

const frame = (amount: number) => ({
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

async function withVersion() {
  const built = await buildProposal()
  const { secretary, drafter, proposalId } = built
  await buildAmendment(drafter, proposalId, frame(50_000))
  const name = 'Före gruppmötet'
  const { versionId } = valueOf(await freezeVersion(secretary, { proposalId, name, now }))
  return { ...built, versionId }
}

test('a version is the canonical bytes of the proposal with their sum', async () => {
  const { secretary, proposalId, versionId } = await withVersion()
  const version = valueOf(await loadVersion(secretary, proposalId, versionId))
  expect(version.sha256).toBe(sha256(version.bytes))
  expect(canonicalJson(JSON.parse(version.bytes))).toBe(version.bytes)
  expect(version.snapshot).toMatchObject({
    version: { number: 1, name: 'Före gruppmötet' },
    frozenOn: '2024-10-24',
    amendments: [{ number: 1, change: frame(50_000) }],
  })
})

test('freezing is a change of the proposal: its revision counts, and open pages are told', async () => {
  const { secretary, proposalId } = await withVersion()
  const before = await db.proposal.findFirstOrThrow({ where: { id: proposalId } })
  const told: number[] = []
  const hear = ({ revision }: { revision: number }) => told.push(revision)
  events.on('proposal changed', hear)
  valueOf(await freezeVersion(secretary, { proposalId, name: 'Efter', now }))
  events.off('proposal changed', hear)
  const after = await db.proposal.findFirstOrThrow({ where: { id: proposalId } })
  expect(after.revision).toBe(before.revision + 1)
  expect(told).toEqual([after.revision])
})

test('other proposals that are chosen lie in the version, and change nothing of what is ours', async () => {
  const { secretary, drafter, reviewer, proposalId, versionId } = await withVersion()
  const heading = { name: 'Majoriteten', source: 'Protokollet', datedOn: null }
  const typed = { 'frame.BUN.0': '5 000' }
  const { id } = valueOf(
    await editRivals(drafter, proposalId, { type: 'add', ...heading, typed }, now),
  )
  const other = { ...heading, name: 'Ett till' }
  valueOf(await editRivals(drafter, proposalId, { type: 'add', ...other, typed: {} }, now))
  const freeze = (name: string, rivals: string[]) =>
    freezeVersion(secretary, { proposalId, name, rivals, now })
  const beside = valueOf(await freeze('Med bilaga', [id]))
  const version = valueOf(await loadVersion(reviewer, proposalId, beside.versionId))
  expect(version.snapshot.rivals).toMatchObject([{ ...heading, amendments: [{ number: 1 }] }])
  const hashes = await db.version.findMany({
    where: { id: { in: [versionId, beside.versionId] } },
    select: { contentHash: true },
  })
  expect(new Set(hashes.map(({ contentHash }) => contentHash)).size).toBe(1)
  expect(await freeze('Bort', [id, 'ingen'])).toMatchObject({
    ok: false,
    fault: { kind: 'invalid', field: 'rivals' },
  })
  expect(await db.version.count({ where: { proposalId } })).toBe(2)
})

test('a name is taken once, in whatever case, also by two at once', async () => {
  const { secretary, proposalId } = await withVersion()
  const freeze = (name: string) => freezeVersion(secretary, { proposalId, name, now })
  expect(await freeze(' FÖRE gruppmötet ')).toMatchObject({ ok: false, fault: { field: 'name' } })
  const both = await Promise.all([freeze('Samtidigt'), freeze('Samtidigt')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.version.count({ where: { proposalId } })).toBe(2)
})

test('only a secretary freezes and exports, and another group sees nothing', async () => {
  const { drafter, reviewer, proposalId, versionId } = await withVersion()
  const rival = await buildMember(await buildGroup('Gruppen mitt emot'), ['secretary'])
  for (const actor of [drafter, reviewer]) {
    expect(await freezeVersion(actor, { proposalId, name: 'Min', now })).toMatchObject({
      fault: { kind: 'forbidden' },
    })
    expect(await exportVersion(actor, { proposalId, versionId, part: 'document' })).toMatchObject({
      fault: { kind: 'forbidden' },
    })
    expect(
      await versionFile(actor, { proposalId, versionId, file: 'snapshot.json' }),
    ).toMatchObject({ fault: { kind: 'forbidden' } })
  }
  const missing = { fault: { kind: 'not-found' } }
  expect(await freezeVersion(rival, { proposalId, name: 'Min', now })).toMatchObject(missing)
  expect(await loadVersion(rival, proposalId, versionId)).toMatchObject(missing)
  expect(await versionList(rival, proposalId)).toEqual({ listed: [], broken: [] })
  for (const file of ['document.pdf', 'annex.pdf', 'snapshot.json'])
    expect(await versionFile(rival, { proposalId, versionId, file })).toMatchObject(missing)
})

test('a version that was tampered with is named and neither shown nor exported', async () => {
  const { secretary, proposalId, versionId } = await withVersion()
  const { snapshot } = await db.version.findFirstOrThrow({ where: { id: versionId } })
  const tampered = snapshot.replace('50000', '60000')
  await db.version.update({ where: { id: versionId }, data: { snapshot: tampered } })
  expect(await loadVersion(secretary, proposalId, versionId)).toMatchObject({
    fault: { kind: 'conflict', message: expect.stringContaining('kontrollsumma') },
  })
  expect(await versionList(secretary, proposalId)).toMatchObject({
    listed: [],
    broken: [{ name: 'Före gruppmötet' }],
  })
  const file = { proposalId, versionId, file: 'document.pdf' }
  expect((await versionFile(secretary, file)).ok).toBe(false)
})

test('a version is compared with the proposal as it is now', async () => {
  const { secretary, drafter, proposalId, versionId } = await withVersion()
  const side = async (id: string) => valueOf(await comparedSide(secretary, proposalId, id)).snapshot
  expect(isSame(compare(await side(versionId), await side('now')))).toBe(true)
  await buildAmendment(drafter, proposalId, frame(2000))
  const { amendments, figures } = compare(await side(versionId), await side('now'))
  expect(amendments).toMatchObject([{ kind: 'added', before: null }])
  expect(figures[0]).toMatchObject({ label: 'Barn- och ungdomsnämnden' })
})

test('JSON is exactly the bytes of the sum, PDF the same file each time', async () => {
  const { secretary, proposalId, versionId } = await withVersion()
  const file = async (name: string) =>
    valueOf(await versionFile(secretary, { proposalId, versionId, file: name }))
  const version = valueOf(await loadVersion(secretary, proposalId, versionId))
  const json = await file('snapshot.json')
  expect(sha256(Buffer.from(json.bytes).toString('utf8'))).toBe(version.sha256)
  expect(json.disposition).toContain(`filename="mer-till-skolan-v1.json"`)
  const [first, second] = [await file('document.pdf'), await file('document.pdf')]
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
  expect(Buffer.from(first.bytes.slice(0, 5)).toString()).toBe('%PDF-')
  expect(await versionFile(secretary, { proposalId, versionId, file: 'x.exe' })).toMatchObject({
    fault: { kind: 'not-found' },
  })
})

test('a blocking check refuses the document and names the causes, while the check report is there', async () => {
  const { secretary, drafter, proposalId } = await withVersion()
  // far more than the base's result can bear, and without a target it is C08 alone that says so
  await buildAmendment(drafter, proposalId, frame(400_000))
  const name = 'För dyr'
  const { versionId } = valueOf(await freezeVersion(secretary, { proposalId, name, now }))
  expect(await exportVersion(secretary, { proposalId, versionId, part: 'document' })).toMatchObject(
    {
      fault: { kind: 'conflict' },
    },
  )
  expect((await versionFile(secretary, { proposalId, versionId, file: 'document.pdf' })).ok).toBe(
    false,
  )
  const { errors } = valueOf(await exportPage(secretary, proposalId, versionId))
  expect(errors.map(({ id }) => id)).toEqual(['C08'])
  expect(errors.every(({ message, where }) => message !== '' && where !== '')).toBe(true)
  const annex = valueOf(await versionFile(secretary, { proposalId, versionId, file: 'annex.pdf' }))
  expect(annex.disposition).toContain('kontrollrapport-')
})
