import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import type { RebaseDecision } from '~/budget/rebase'
import { statementOf } from '~/budget/statement'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { rebaseProposal } from '~/collab/rebase-proposal.server'
import { placesOf } from '~/collab/thread-place'
import { db } from '~/db.server'
import { listAlternatives } from '~/proposal/alternative-store.server'
import { amendmentName } from '~/proposal/amendment-name'
import { frameworkHash } from '~/proposal/check-base'
import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { proposeEdition } from '~/proposal/propose-edition.server'
import { seenHash } from '~/proposal/rebase-page'
import { Snapshot } from '~/proposal/snapshot'
import { loadDraft } from '~/proposal/store.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildProposal, valueOf } from '../factories'

const now = new Date('2024-10-24T18:00:00Z')
const next = {
  ...demoFramework,
  name: 'Kommunstyrelsens förslag',
  edition: 2,
  boards: demoFramework.boards.filter(({ id }) => id !== 'KUN'),
}

const frame = (board: string, amount: number) => ({
  type: 'frame' as const,
  board,
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

test('an amendment on a split board is divided in one decision, with its sum and its alternatives', async () => {
  const built = await buildProposal()
  const { drafter, secretary, proposalId } = built
  const divided = await buildAmendment(drafter, proposalId, frame('KUN', 10_000))
  const on = {
    type: 'add' as const,
    name: 'Utan kultur',
    settings: new Map([[divided.id, 'off' as const]]),
  }
  valueOf(await editAlternatives(drafter, proposalId, on, now))
  valueOf(await proposeEdition(secretary, proposalId, next))
  const draft = await loadDraft(secretary, proposalId)
  const move = (board: string, amount: number) => ({
    proposalId,
    edition: frameworkHash(next),
    seen: draft ? seenHash(draft) : '',
    decisions: new Map<string, RebaseDecision>([
      [
        divided.id,
        {
          type: 'divide',
          board,
          parts: [{ id: 'part', board: 'VON', amounts: [amount, 0, 0].map(tkr) }],
        },
      ],
    ]),
    now,
  })
  for (const [board, amount, reason] of [
    ['SN', 10_001, 'mer än hela'],
    ['KUN', 4000, 'Välj de nämnder'],
    ['VON', 4000, 'två delar'],
  ] as const)
    expect(await rebaseProposal(secretary, move(board, amount))).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining(reason) },
    })
  expect(await db.version.count({ where: { proposalId } })).toBe(0)
  valueOf(await rebaseProposal(secretary, move('SN', 4000)))
  const after = await loadDraft(secretary, proposalId)
  expect(after?.amendments).toMatchObject([
    { id: divided.id, number: 1, state: 'adopted', change: frame('SN', 6000) },
    {
      id: 'part',
      number: 2,
      state: 'adopted',
      change: frame('VON', 4000),
      baseHash: frameworkHash(next),
    },
  ])
  expect(await listAlternatives(secretary, proposalId)).toMatchObject([
    { off: [divided.id, 'part'] },
  ])
})

test('an amendment is not moved to a board that the new edition lacks', async () => {
  const { secretary, drafter, proposalId } = await buildProposal()
  const lost = await buildAmendment(drafter, proposalId, frame('KUN', 1000))
  valueOf(await proposeEdition(secretary, proposalId, next))
  const draft = await loadDraft(secretary, proposalId)
  const moved = await rebaseProposal(secretary, {
    proposalId,
    edition: frameworkHash(next),
    seen: draft ? seenHash(draft) : '',
    decisions: new Map([[lost.id, { type: 'move', board: 'XYZ' }]]),
    now,
  })
  expect(moved).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('finns inte') },
  })
})

test('what is withdrawn because its board is gone keeps the name that it had', async () => {
  const { secretary, drafter, proposalId } = await buildProposal()
  const lost = await buildAmendment(drafter, proposalId, frame('KUN', 1000))
  valueOf(await proposeEdition(secretary, proposalId, next))
  const draft = await loadDraft(secretary, proposalId)
  valueOf(
    await rebaseProposal(secretary, {
      proposalId,
      edition: frameworkHash(next),
      seen: draft ? seenHash(draft) : '',
      decisions: new Map([[lost.id, { type: 'withdraw' }]]),
      now,
    }),
  )
  const after = await loadDraft(secretary, proposalId)
  if (!after?.amendments[0]) throw new Error('no amendment')
  expect(amendmentName(after.amendments[0], after.framework)).toBe('Kultur- och utbildningsnämnden')
  expect(
    placesOf(after, [], statementOf(after.framework, [])).get(`amendment.${lost.id}`)?.name,
  ).toBe('Ä1 Kultur- och utbildningsnämnden')
  const snapshot = await loadSnapshot(secretary, proposalId)
  expect(Snapshot.safeParse(snapshot).success).toBe(true)
})
