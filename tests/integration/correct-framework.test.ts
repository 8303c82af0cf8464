import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { db } from '~/db.server'
import { events } from '~/events.server'
import { correctFigures, loadFrameworkPage } from '~/import/correct-framework.server'
import { frameworkHash } from '~/proposal/check-base'
import { loadDraft } from '~/proposal/store.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildMember, buildProposal } from '../factories'

const now = new Date('2026-11-24T12:00:00Z')
const edition = `${demoFramework.edition} ${demoFramework.name}`
const field = 'boards.BUN.frames.2025'
const sent = (text: string, seen = 0) => ({ seen, edition, typed: { [field]: text } })

async function build() {
  const built = await buildProposal()
  const amounts = [tkr(50_000), tkr(0), tkr(0)]
  const change = { type: 'frame' as const, board: 'BUN', recurrence: 'indexed' as const, amounts }
  await buildAmendment(built.drafter, built.proposalId, change)
  return built
}

test('a correction changes the base, its trace, the revision, and the amendments’ base with it', async () => {
  const { proposalId, secretary } = await build()
  const before = await loadDraft(secretary, proposalId)
  const told: number[] = []
  events.on('proposal changed', ({ revision }) => told.push(revision))
  expect(await correctFigures(secretary, proposalId, sent('1 070 000'), now)).toMatchObject({
    ok: true,
  })
  const draft = await loadDraft(secretary, proposalId)
  if (!draft || !before) throw new Error('No draft')
  expect(draft.framework.boards.find(({ id }) => id === 'BUN')?.frames[0]).toBe(1_070_000)
  expect(draft.frameworkHash).not.toBe(before.frameworkHash)
  expect(draft.amendments.map(({ baseHash }) => baseHash)).toEqual([draft.frameworkHash])
  expect(frameworkHash(draft.framework)).toBe(draft.frameworkHash)
  expect(draft.revision).toBe(before.revision + 1)
  expect(told.at(-1)).toBe(draft.revision)
  const page = await loadFrameworkPage(secretary, proposalId)
  expect(page?.history).toMatchObject([
    {
      by: 'secretary',
      at: now,
      label: 'Barn- och ungdomsnämnden, ram 2025',
      after: '1\u00A0070\u00A0000',
    },
  ])
})

test('two who correct the same figure at once: the second is told, and nothing is overwritten', async () => {
  const { proposalId, secretary, group } = await build()
  const leader = await buildMember(group, ['leader'])
  await correctFigures(secretary, proposalId, sent('1 070 000'), now)
  const second = await correctFigures(leader, proposalId, sent('1 080 000'), now)
  expect(second).toMatchObject({
    ok: false,
    faults: { [field]: expect.stringContaining('någon annan') },
    kept: { [field]: '1 080 000' },
  })
  const seen = second.ok ? 0 : second.seen
  expect(await correctFigures(leader, proposalId, sent('1 080 000', seen), now)).toMatchObject({
    ok: true,
  })
  expect((await loadFrameworkPage(leader, proposalId))?.history.map(({ by }) => by)).toEqual([
    'leader',
    'secretary',
  ])
})

test.each([
  ['what is no amount', sent('många'), 'invalid'],
  ['nothing', { seen: 0, edition, typed: {} }, 'invalid'],
  ['another edition', { ...sent('1'), edition: '9 Annan' }, 'conflict'],
])('%s is refused and leaves no trace', async (_, correction, kind) => {
  const { proposalId, secretary } = await build()
  const before = await loadDraft(secretary, proposalId)
  expect(await correctFigures(secretary, proposalId, correction, now)).toMatchObject({
    fault: { kind },
  })
  expect(await loadDraft(secretary, proposalId)).toEqual(before)
  expect(await db.frameworkCorrection.count({ where: { proposalId } })).toBe(0)
})

test('only stewards of a proposal that is open correct its base', async () => {
  const { proposalId, drafter, secretary } = await build()
  expect(await correctFigures(drafter, proposalId, sent('1'), now)).toMatchObject({
    fault: { kind: 'forbidden' },
  })
  await db.proposal.updateMany({ where: { id: proposalId }, data: { status: 'locked' } })
  expect(await correctFigures(secretary, proposalId, sent('1'), now)).toMatchObject({
    fault: { kind: 'forbidden' },
  })
})
