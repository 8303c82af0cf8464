import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { loadRebasePage } from '~/collab/rebase-page.server'
import { answerEditionUpload } from '~/import/edition-upload.server'
import { finishImport } from '~/import/finish-import.server'
import { dropImport, openImport, takeStep } from '~/import/import-steps.server'
import { columnsStep, previewStep, rowsStep, type Sent } from '~/import/step-forms'
import { loadNextEdition } from '~/proposal/edition-store.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildGroup, buildMember, buildProposal, valueOf } from '../factories'
import { tkr } from '~/budget/money'
import type { Actor } from '~/group/policy'

const now = new Date('2026-11-29T12:00:00Z')

/** The base's boards as a spreadsheet has them, in an order of its own; the culture board gets 4 000 tkr more. */
const boards = demoFramework.boards
  .toReversed()
  .map(({ id, name, frames }) => [
    name,
    ...frames.map(frame => String(id === 'KUN' ? frame + 4000 : frame)),
  ])
const table = (rows: readonly (readonly string[])[]) =>
  [
    [
      'Nämnd',
      ...demoFramework.years.map(
        ({ year, kind }) => `${kind === 'budget' ? 'Budget' : 'Plan'} ${year} tkr`,
      ),
    ],
    ...rows,
  ]
    .map(cells => cells.join(';'))
    .join('\n')

async function upload(actor: Actor, proposalId: string, text: string, name = 'oktober.csv') {
  const form = new FormData()
  form.set('upload', new File([text], name))
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return answerEditionUpload(actor, proposalId, request, now)
}

async function begun() {
  const built = await buildProposal()
  const { secretary, drafter, proposalId } = built
  const frame = { type: 'frame' as const, recurrence: 'indexed' as const }
  const amounts = [tkr(10_000), tkr(0), tkr(0)]
  await buildAmendment(drafter, proposalId, { ...frame, board: 'KUN', amounts })
  await buildAmendment(drafter, proposalId, { ...frame, board: 'BUN', amounts })
  const path = valueOf(await upload(secretary, proposalId, table(boards)))
  return { ...built, uploadId: path.replace('/imports/', '') }
}

async function columnsTaken(actor: Actor, uploadId: string) {
  const open = valueOf(await openImport(actor, uploadId, now))
  const { municipality = '', municipalityId = '' } = open.choices.particulars
  const sent: Sent = {
    'use.0': 'on',
    'header.0': '1',
    budgetYear: String(open.choices.budgetYear),
    municipality,
    municipalityId,
  }
  return valueOf(await takeStep(actor, uploadId, at => columnsStep(sent, at), now))
}

test('a table is read on the base’s own boards, and laid beside it only in the last step', async () => {
  const { secretary, proposalId, uploadId } = await begun()
  const { rows, choices } = await columnsTaken(secretary, uploadId)
  expect(Object.values(choices.rows).map(({ board }) => board)).toEqual(
    demoFramework.boards.map(({ id }) => id).toReversed(),
  )
  const sent: Sent = {
    unit: 'tkr',
    costs: 'plus',
    decimals: 'refuse',
    ...Object.fromEntries(
      rows.flatMap(({ id }) => [
        [`role.${id}`, 'board'],
        [`board.${id}`, choices.rows[id]?.board ?? ''],
      ]),
    ),
  }
  valueOf(await takeStep(secretary, uploadId, open => rowsStep(sent, open), now))
  const typed = { intent: 'create', name: 'Kommunstyrelsens förslag', rate: '21,36' }
  valueOf(await takeStep(secretary, uploadId, open => previewStep(typed, open), now))
  expect(await loadNextEdition(secretary, proposalId)).toBeNull()
  expect(valueOf(await finishImport(secretary, uploadId, now))).toEqual({
    proposalId,
    page: 'rebase',
  })
  const next = await loadNextEdition(secretary, proposalId)
  expect(next?.framework).toMatchObject({
    name: 'Kommunstyrelsens förslag',
    edition: demoFramework.edition + 1,
    municipality: demoFramework.municipality,
  })
  const page = await loadRebasePage(secretary, proposalId)
  expect(page?.page?.rows.map(({ number, fate }) => `${number} ${fate}`)).toEqual([
    '1 collided',
    '2 carried',
  ])
  expect(await db.frameworkUpload.count({ where: { id: uploadId } })).toBe(0)
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({ ok: false })
})

test('half an import is never stored: a refused last step leaves the upload, and no edition', async () => {
  const { secretary, proposalId, uploadId } = await begun()
  await columnsTaken(secretary, uploadId)
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({
    ok: false,
    fault: { kind: 'invalid' },
  })
  expect(await loadNextEdition(secretary, proposalId)).toBeNull()
  expect(await db.frameworkUpload.count({ where: { id: uploadId } })).toBe(1)
  expect(valueOf(await dropImport(secretary, uploadId, now))).toEqual({ proposalId })
})

test('whoever may move the proposal may read in, while it is open; nobody else, nor another group', async () => {
  const { secretary, drafter, proposalId, group, uploadId } = await begun()
  const leader = await buildMember(group, ['leader'])
  expect(await openImport(leader, uploadId, now)).toMatchObject({ ok: true })
  expect(await openImport(drafter, uploadId, now)).toMatchObject({ fault: { kind: 'forbidden' } })
  const rival = await buildMember(await buildGroup(), ['secretary'])
  expect(await openImport(rival, uploadId, now)).toMatchObject({ fault: { kind: 'not-found' } })
  expect(await upload(rival, proposalId, table(boards))).toMatchObject({
    fault: { kind: 'not-found' },
  })
  await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
  expect(await openImport(secretary, uploadId, now)).toMatchObject({ ok: false })
  expect(await finishImport(secretary, uploadId, now)).toMatchObject({ ok: false })
})

test.each([
  ['an empty file', '', 'ram.csv', /tom/],
  ['a page from the web', '<!doctype html><p>1</p>', 'ram.xlsx', /webbsida|HTML/i],
  [
    'another municipality',
    JSON.stringify({ ...demoFramework, name: 'Ny', municipality: { id: '1265', name: 'Sjöbo' } }),
    'ram.json',
    /Sjöbo/,
  ],
])('%s is refused with a clear line', async (_, text, name, line) => {
  const { secretary, proposalId } = await buildProposal()
  expect(await upload(secretary, proposalId, text, name)).toMatchObject({
    ok: false,
    fault: { message: expect.stringMatching(line) },
  })
  expect(await loadNextEdition(secretary, proposalId)).toBeNull()
})
