import { expect, test } from 'vitest'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { dropImport, openImport, startImport, takeStep } from '~/import/import-steps.server'
import { finishImport } from '~/import/finish-import.server'
import { columnsStep, previewStep, rowsStep, type Sent } from '~/import/step-forms'
import { loadDraft } from '~/proposal/store.server'
import { buildGroup, buildMember, valueOf } from '../factories'

const now = new Date('2026-11-24T12:00:00Z')
const text = `Nämnd;Budget 2027;Plan 2028
Barn- och ungdomsnämnden;1 070,5;1 090,6
Reserven;10,0;10,0
Summa nämnder;1 080,5;1 100,6
Skatteunderlag;11 760;12 250
`
const files = [{ name: 'ram.csv', content: Buffer.from(text, 'latin1') }]

const secretaryOf = async (group: { id: string }) => buildMember(group, ['secretary'])
const stored = (groupId: string) =>
  Promise.all([
    db.framework.count({ where: { groupId } }),
    db.proposal.count({ where: { groupId } }),
    db.frameworkUpload.count({ where: { groupId } }),
    db.importMemory.count({ where: { groupId } }),
  ])

async function begin(actor: Actor) {
  const started = valueOf(await startImport(actor, files, { title: 'Mer till skolan' }, now))
  return 'uploadId' in started ? started.uploadId : ''
}

const columns: Sent = {
  'use.0': 'on',
  'header.0': '1',
  budgetYear: '2027',
  municipality: 'Exempelby',
  municipalityId: '9999',
}
const rows: Sent = {
  unit: 'mnkr',
  costs: 'plus',
  decimals: 'refuse',
  'role.0.1': 'board',
  'board.0.1': 'BUN',
  'role.0.2': 'board',
  'board.0.2': 'RES',
  'role.0.3': 'printed.frames',
  'role.0.4': 'taxBase',
}
const particulars: Sent = {
  intent: 'save',
  title: 'Mer till skolan',
  name: 'Ramverk juni',
  rate: '21,36',
  'grants.0': '545',
  'grants.1': '546',
}

async function takeAll(actor: Actor, uploadId: string) {
  valueOf(await takeStep(actor, uploadId, open => columnsStep(columns, open), now))
  valueOf(await takeStep(actor, uploadId, open => rowsStep(rows, open), now))
  valueOf(await takeStep(actor, uploadId, open => previewStep(particulars, open), now))
}

test('the steps are kept between them, and the last one makes the proposal and ends the upload', async () => {
  const group = await buildGroup()
  const secretary = await secretaryOf(group)
  const uploadId = await begin(secretary)
  await takeAll(secretary, uploadId)
  expect(await stored(group.id)).toEqual([0, 0, 1, 0])
  const { proposalId } = valueOf(await finishImport(secretary, uploadId, now))
  expect(await loadDraft(secretary, proposalId)).toMatchObject({
    title: 'Mer till skolan',
    framework: {
      unit: 'mnkr',
      boards: [
        { id: 'BUN', frames: [1_070_500, 1_090_600] },
        { id: 'RES', frames: [10_000, 10_000] },
      ],
    },
  })
  expect(await stored(group.id)).toEqual([1, 1, 0, 1])
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({
    fault: { kind: 'not-found' },
  })
})

test('pressed twice at once, one proposal is made', async () => {
  const group = await buildGroup()
  const secretary = await secretaryOf(group)
  const uploadId = await begin(secretary)
  await takeAll(secretary, uploadId)
  const answers = await Promise.all([
    finishImport(secretary, uploadId, now),
    finishImport(secretary, uploadId, now),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await stored(group.id)).slice(0, 2)).toEqual([1, 1])
})

test('what was chosen is remembered for the municipality, in the group alone', async () => {
  const group = await buildGroup()
  const secretary = await secretaryOf(group)
  const first = await begin(secretary)
  await takeAll(secretary, first)
  valueOf(await finishImport(secretary, first, now))
  const again = valueOf(await openImport(secretary, await begin(secretary), now))
  expect(again.choices).toMatchObject({
    unit: 'mnkr',
    particulars: { municipality: 'Exempelby', municipalityId: '9999' },
  })
  expect(again.choices.rows['0.2']).toEqual({ role: 'board', board: 'RES' })
  const rival = await secretaryOf(await buildGroup())
  const theirs = valueOf(await openImport(rival, await begin(rival), now))
  expect(theirs.choices.rows['0.2']).toEqual({ role: '', board: '' })
})

test('what stands in the way is told, and nothing is stored', async () => {
  const group = await buildGroup()
  const secretary = await secretaryOf(group)
  const uploadId = await begin(secretary)
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({ ok: false })
  await takeAll(secretary, uploadId)
  const untitled = { ...particulars, title: ' ' }
  valueOf(await takeStep(secretary, uploadId, open => previewStep(untitled, open), now))
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({
    fault: { kind: 'invalid', field: 'title' },
  })
  expect(await stored(group.id)).toEqual([0, 0, 1, 0])
})

test.each([
  ['no sheet', { ...columns, 'use.0': '' }, 'tables'],
  ['a row of headings that is not there', { ...columns, 'header.0': '99' }, 'header.0'],
  ['no year', { ...columns, budgetYear: '27' }, 'budgetYear'],
  ['two columns for one year', { ...columns, 'column.0.2': 'year-2027' }, 'column.0.2'],
  ['no municipality', { ...columns, municipalityId: '' }, 'municipalityId'],
])('columns: %s is refused at its field', async (_, sent, field) => {
  const secretary = await secretaryOf(await buildGroup())
  const uploadId = await begin(secretary)
  const taken = await takeStep(secretary, uploadId, open => columnsStep(sent, open), now)
  expect(taken).toMatchObject({ fault: { kind: 'invalid', field } })
})

test.each([
  ['no unit', { ...rows, unit: '' }, 'unit'],
  ['a row that nobody chose', { ...rows, 'role.0.2': '' }, 'role.0.2'],
  ['a board without an id', { ...rows, 'board.0.2': '' }, 'board.0.2'],
])('rows: %s is refused at its field', async (_, sent, field) => {
  const secretary = await secretaryOf(await buildGroup())
  const uploadId = await begin(secretary)
  const taken = await takeStep(secretary, uploadId, open => rowsStep(sent, open), now)
  expect(taken).toMatchObject({ fault: { kind: 'invalid', field } })
})

test('an upload is the group’s own, expires, gives way to newer ones, and can be dropped', async () => {
  const group = await buildGroup()
  const secretary = await secretaryOf(group)
  const uploadId = await begin(secretary)
  const rival = await secretaryOf(await buildGroup())
  const drafter = await buildMember(group, ['drafter'])
  const later = new Date(now.getTime() + 8 * 86_400_000)
  expect(await openImport(rival, uploadId, now)).toMatchObject({ fault: { kind: 'not-found' } })
  expect(await dropImport(rival, uploadId, now)).toMatchObject({ fault: { kind: 'not-found' } })
  expect(await openImport(drafter, uploadId, now)).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await openImport(secretary, uploadId, later)).toMatchObject({ ok: false })
  for (let i = 0; i < 11; i++)
    await startImport(secretary, files, { title: '' }, new Date(now.getTime() + i + 1))
  expect((await stored(group.id))[2]).toBe(10)
  const last = await begin(secretary)
  expect(await dropImport(secretary, last, now)).toMatchObject({ ok: true })
})
