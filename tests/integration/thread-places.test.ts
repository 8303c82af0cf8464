import { describe, expect, test } from 'vitest'
import type { Framework } from '~/budget/framework'
import { tkr } from '~/budget/money'
import { moveSection } from '~/collab/arrange-section.server'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { openThread } from '~/collab/open-thread.server'
import { loadPlacedThreads } from '~/collab/placed-threads.server'
import { rebaseProposal } from '~/collab/rebase-proposal.server'
import { restoreAll, restoreAmendment } from '~/collab/restore-version.server'
import { settleThread } from '~/collab/settle-thread.server'
import type { ThreadPlace } from '~/collab/thread'
import type { Actor } from '~/group/policy'
import { editGoals } from '~/proposal/edit-goals.server'
import { frameworkHash } from '~/proposal/check-base'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { proposeEdition } from '~/proposal/propose-edition.server'
import { seenHash } from '~/proposal/rebase-page'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { loadDraft } from '~/proposal/store.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildProposal, valueOf } from '../factories'
import { now, withVersion } from './versioned'

const frameOf = (board: string) => ({
  type: 'frame' as const,
  board,
  recurrence: 'indexed' as const,
  amounts: [tkr(10_000), tkr(0), tkr(0)],
})

const say = async (actor: Actor, proposalId: string, place: ThreadPlace, body = 'Stämmer det?') =>
  valueOf(await openThread(actor, proposalId, { place, body, now })).threadId

const listed = async (actor: Actor, proposalId: string) =>
  ((await loadCommentsPage(actor, proposalId))?.threads ?? []).map(
    ({ placeName, placePath, gone, quote }) => ({
      placeName,
      path: placePath.replace(`/proposals/${proposalId}/`, '').replace(/#t-.*/, ''),
      gone,
      quote,
    }),
  )

async function withPlaces() {
  const built = await buildProposal()
  const { drafter, proposalId } = built
  const { id: amendmentId } = await buildAmendment(drafter, proposalId, frameOf('BUN'))
  const goal = await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Trygghet' })
  const goalId = valueOf(goal).id
  const indicator = {
    kpi: null,
    label: 'Andel trygga',
    unit: '%',
    direction: 'increase' as const,
    outcomeYear: null,
    outcome: null,
    targetYear: null,
    target: null,
  }
  const added = await editGoals(drafter, proposalId, { type: 'add-indicator', goalId, indicator })
  return { ...built, amendmentId, goalId, indicatorId: valueOf(added).id }
}

describe('threads on places', () => {
  test('each kind is named, counted and leads to its place', async () => {
    const { reviewer, drafter, proposalId, amendmentId, goalId, indicatorId } = await withPlaces()
    const places: ThreadPlace[] = [
      { kind: 'line', place: 'frame.BUN' },
      { kind: 'line', place: 'result' },
      { kind: 'amendment', amendmentId },
      { kind: 'goal', place: goalId },
      { kind: 'indicator', place: indicatorId },
      { kind: 'clause', place: 'frames' },
    ]
    for (const place of places) await say(reviewer, proposalId, place)
    const threads = await listed(drafter, proposalId)
    expect(threads).toEqual(
      expect.arrayContaining([
        {
          placeName: 'Barn- och ungdomsnämnden',
          path: 'budget?threads=line.frame.BUN',
          gone: false,
          quote: 'Barn- och ungdomsnämnden',
        },
        expect.objectContaining({
          placeName: 'Årets resultat',
          path: 'budget?threads=line.result',
        }),
        expect.objectContaining({ placeName: 'Ä1 Barn- och ungdomsnämnden' }),
        expect.objectContaining({ placeName: '1. Trygghet', path: `goals?threads=goal.${goalId}` }),
        expect.objectContaining({ placeName: 'Andel trygga' }),
        expect.objectContaining({
          path: 'clauses?threads=clause.frames',
          quote: expect.stringContaining('ramar per nämnd'),
        }),
      ]),
    )
    const beside = await loadPlacedThreads(
      drafter,
      proposalId,
      ['line', 'amendment'],
      '/?threads=line.frame.BUN',
    )
    expect(beside).toMatchObject({
      canComment: true,
      asked: { name: 'Barn- och ungdomsnämnden', gone: false, threads: [{ comments: [{}] }] },
    })
    expect(beside?.open).toEqual({
      'line.frame.BUN': 1,
      'line.result': 1,
      [`amendment.${amendmentId}`]: 1,
    })
    const threadId = beside?.asked?.threads[0]?.id ?? ''
    valueOf(await settleThread(drafter, proposalId, { threadId, resolved: true, now }))
    const after = await loadPlacedThreads(drafter, proposalId, ['line'], '/')
    expect(after?.open).toEqual({ 'line.result': 1 })
  })

  test('what is no place, or another proposal’s, takes none', async () => {
    const { reviewer, proposalId } = await withPlaces()
    const other = await withPlaces()
    const refused: ThreadPlace[] = [
      { kind: 'line', place: 'frame.XYZ' },
      { kind: 'line', place: 'constructor' },
      { kind: 'clause', place: 'tax' },
      { kind: 'goal', place: other.goalId },
      { kind: 'indicator', place: other.indicatorId },
      { kind: 'amendment', amendmentId: other.amendmentId },
    ]
    for (const place of refused)
      expect(await openThread(reviewer, proposalId, { place, body: 'Hej', now })).toMatchObject({
        ok: false,
        fault: { kind: 'not-found' },
      })
    expect(await listed(reviewer, proposalId)).toEqual([])
    await say(other.reviewer, other.proposalId, { kind: 'goal', place: other.goalId })
    const url = `/?threads=goal.${other.goalId}`
    expect((await loadPlacedThreads(reviewer, proposalId, ['goal'], url))?.asked).toBeNull()
  })

  test('stay under their name when an indicator, its goal or a clause is gone', async () => {
    const { drafter, reviewer, proposalId, goalId, indicatorId, amendmentId } = await withPlaces()
    await say(reviewer, proposalId, { kind: 'indicator', place: indicatorId })
    await say(reviewer, proposalId, { kind: 'goal', place: goalId })
    await say(reviewer, proposalId, { kind: 'clause', place: 'frames' })
    const goal = { type: 'remove-goal' as const, goalId, revision: 2 }
    valueOf(await editGoals(drafter, proposalId, goal))
    const first = { id: amendmentId, revision: 1 }
    valueOf(await moveAmendment(drafter, proposalId, first, 'withdraw', now))
    expect(await listed(drafter, proposalId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ placeName: 'Andel trygga', gone: true }),
        expect.objectContaining({ placeName: 'Trygghet', gone: true }),
        expect.objectContaining({ gone: true, quote: expect.stringContaining('att fastställa') }),
      ]),
    )
    const url = `/?threads=indicator.${indicatorId}`
    expect(await loadPlacedThreads(drafter, proposalId, ['indicator'], url)).toMatchObject({
      open: { [`indicator.${indicatorId}`]: 1 },
      asked: { gone: true, name: 'Andel trygga' },
    })
  })
})

type Board = Framework['boards'][number]
const boards = demoFramework.boards

/** What a newer edition may do with a board that threads are on. */
const editions: [string, (board: Board) => Board[], { placeName: string; gone: boolean }][] = [
  [
    'renamed',
    board => [{ ...board, name: 'Kulturnämnden' }],
    { placeName: 'Kulturnämnden', gone: false },
  ],
  ['removed', () => [], { placeName: 'Kultur- och utbildningsnämnden', gone: true }],
  [
    'split',
    board => [
      { ...board, id: 'KN', name: 'Kulturnämnden' },
      { ...board, id: 'UN', name: 'Utbildningsnämnden' },
    ],
    { placeName: 'Kultur- och utbildningsnämnden', gone: true },
  ],
  [
    'merged',
    board => [{ ...board, id: 'SAM', name: 'Samhällsnämnden' }],
    { placeName: 'Kultur- och utbildningsnämnden', gone: true },
  ],
]

test.each(editions)(
  'a thread stays when its line is %s by a newer edition',
  async (_, as, then) => {
    const { drafter, secretary, reviewer, proposalId } = await buildProposal()
    const { id: amendmentId } = await buildAmendment(drafter, proposalId, frameOf('BUN'))
    await say(reviewer, proposalId, { kind: 'line', place: 'frame.KUN' })
    await say(reviewer, proposalId, { kind: 'amendment', amendmentId })
    const next = {
      ...demoFramework,
      name: 'Ramen i oktober',
      edition: 2,
      boards: boards.flatMap(board => (board.id === 'KUN' ? as(board) : [board])),
    }
    valueOf(await proposeEdition(secretary, proposalId, next))
    const draft = await loadDraft(secretary, proposalId)
    const seen = draft ? seenHash(draft) : ''
    const move = { proposalId, edition: frameworkHash(next), seen, decisions: new Map(), now }
    valueOf(await rebaseProposal(secretary, move))
    expect(await listed(drafter, proposalId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...then, quote: 'Kultur- och utbildningsnämnden' }),
        expect.objectContaining({ placeName: 'Ä1 Barn- och ungdomsnämnden', gone: false }),
      ]),
    )
  },
)

test('threads stay through a move of their section and the restoring of an amendment or of all', async () => {
  const { drafter, leader, proposalId, care, amendmentId, restore } = await withVersion()
  const draft = await loadDraft(drafter, proposalId)
  const goalId = draft?.goals[0]?.id ?? ''
  const places: ThreadPlace[] = [
    { kind: 'section', sectionId: care },
    { kind: 'amendment', amendmentId },
    { kind: 'line', place: 'frame.BUN' },
    { kind: 'goal', place: goalId },
    { kind: 'clause', place: 'goals' },
  ]
  for (const place of places) await say(drafter, proposalId, place)
  valueOf(await moveSection(drafter, proposalId, { id: care, revision: 1 }, 0))
  const cell = { board: 'BUN', at: 0, amount: tkr(12_000) }
  valueOf(await setFrameAmount(leader, proposalId, { id: amendmentId, revision: 1 }, cell, now))
  valueOf(await editGoals(drafter, proposalId, { type: 'remove-goal', goalId, revision: 1 }))
  const before = await listed(drafter, proposalId)
  expect(before.filter(({ gone }) => gone)).toHaveLength(2)
  expect(before.map(({ placeName }) => placeName)).toContain('1. Omsorgen')
  valueOf(await restoreAmendment(leader, { ...restore, amendmentId, revision: 2 }))
  valueOf(await restoreAll(leader, restore))
  const after = await listed(drafter, proposalId)
  expect(after).toHaveLength(5)
  expect(after.filter(({ gone }) => gone)).toEqual([])
  expect(after.map(({ placeName }) => placeName)).toContain('2. Omsorgen')
})
