import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { tkr } from '~/budget/money'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { markRead } from '~/collab/mark-read.server'
import { Seen } from '~/collab/news-mark'
import { loadNewsPage } from '~/collab/news-page.server'
import { amendmentLines } from '~/collab/news-text'
import type { Actor } from '~/group/policy'
import { checkSnapshot } from '~/proposal/check'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import { loadDecision } from '~/proposal/decision-store.server'
import { loadMeetingPage } from '~/proposal/load-meeting-page.server'
import type { Rest } from '~/proposal/meeting'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { loadDraft } from '~/proposal/store.server'
import { keepAmendment, suggestWithdrawal } from '~/proposal/suggest-withdrawal.server'
import { shownDraft } from '~/proposal/suggested'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-11-29T12:00:00Z')
const change = {
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'permanent' as const,
  amounts: [tkr(5000), tkr(0), tkr(0)],
}

/** An adopted amendment of a group with a leader, and a drafter's suggestion that it is withdrawn. */
async function suggested() {
  const built = await buildProposal()
  const { group, drafter, proposalId } = built
  const leader = await buildMember(group, ['leader'], 'Ledaren')
  const { id } = await buildAmendment(leader, proposalId, change)
  const seen = { id, revision: 1 }
  valueOf(await suggestWithdrawal(drafter, proposalId, seen, now))
  const saved = async () =>
    (await loadDraft(drafter, proposalId))?.amendments.find(amendment => amendment.id === id)
  const decide = (on: boolean, rest: Rest) =>
    decideMeeting(
      leader,
      proposalId,
      { on: on ? [seen] : [], off: on ? [] : [seen], rest, gap: null },
      now,
    )
  return { ...built, leader, id, seen, saved, decide }
}

test('a suggested withdrawal counts only where what is suggested is shown, and C16 names it', async () => {
  const { drafter, proposalId, saved } = await suggested()
  expect(await saved()).toMatchObject({
    state: 'adopted',
    revision: 1,
    withdrawalSuggested: true,
    withdrawalBy: { id: drafter.memberId },
  })
  const draft = await loadDraft(drafter, proposalId)
  if (!draft) throw new Error('no draft')
  const changeOf = (on: boolean) => {
    const { framework, amendments } = shownDraft(draft, on)
    return statementOf(framework, amendments).frames.change[0]
  }
  expect([changeOf(false), changeOf(true)]).toEqual([5000, 0])
  const snapshot = await loadSnapshot(drafter, proposalId)
  expect(snapshot && checkSnapshot(snapshot).filter(({ id }) => id === 'C16')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('dra tillbaka Ä1') },
  ])
})

test.each<[boolean, Rest, string, boolean, string]>([
  [true, 'leave', 'withdrawn', false, 'withdrawn'],
  [false, 'withdraw', 'adopted', false, 'adopted'],
  [false, 'defer', 'adopted', false, 'adopted'],
])(
  'a meeting that has it on: %s and %s the rest leaves it %s',
  async (on, rest, state, left, told) => {
    const { leader, proposalId, saved, decide } = await suggested()
    const page = await loadMeetingPage(leader, proposalId, now)
    expect(page?.amendments[0]?.effect?.[0]).toBe(-5000)
    const { decisionId } = valueOf(await decide(on, rest))
    expect(await saved()).toMatchObject({ state })
    expect(Boolean((await saved())?.withdrawalBy)).toBe(left)
    const decision = await loadDecision(leader, proposalId, decisionId)
    expect(decision?.content.rows).toMatchObject([{ number: 1, decided: told, withdrawal: true }])
  },
)

test('the leader keeps it or withdraws it; who suggested it takes that back; nobody else', async () => {
  const { leader, drafter, secretary, proposalId, seen, saved } = await suggested()
  expect(await keepAmendment(secretary, proposalId, seen, now)).toMatchObject({
    fault: { kind: 'forbidden' },
  })
  expect(await suggestWithdrawal(secretary, proposalId, seen, now)).toMatchObject({
    fault: { kind: 'conflict' },
  })
  valueOf(await keepAmendment(drafter, proposalId, seen, now))
  expect((await saved())?.withdrawalBy).toBeNull()
  valueOf(await suggestWithdrawal(secretary, proposalId, seen, now))
  valueOf(await keepAmendment(leader, proposalId, seen, now))
  expect(await keepAmendment(leader, proposalId, seen, now)).toMatchObject({
    fault: { kind: 'conflict' },
  })
  valueOf(await suggestWithdrawal(drafter, proposalId, seen, now))
  valueOf(await moveAmendment(leader, proposalId, seen, 'withdraw', now))
  expect(await saved()).toMatchObject({ state: 'withdrawn', withdrawalBy: null })
  valueOf(await moveAmendment(leader, proposalId, { ...seen, revision: 2 }, 'adopt', now))
  expect(await saved()).toMatchObject({ state: 'adopted', withdrawalBy: null })
})

test('a group without a leader withdraws directly', async () => {
  const { drafter, proposalId } = await buildProposal()
  const { id } = await buildAmendment(drafter, proposalId, change)
  expect(await suggestWithdrawal(drafter, proposalId, { id, revision: 1 }, now)).toMatchObject({
    fault: { kind: 'conflict', message: expect.stringContaining('ingen gruppledare') },
  })
})

test('it is news to the others, also in the text for the chat, and so is that it has fallen', async () => {
  const { drafter, secretary, leader, proposalId, seen } = await suggested()
  const newsTo = async (actor: Actor) => {
    const page = await loadNewsPage(actor, proposalId)
    const [news] = page?.amendments ?? []
    return { lines: news ? amendmentLines(news) : [], seen: news?.seen ?? '', text: page?.text }
  }
  const mark = async (actor: Actor, shown: string) =>
    valueOf(await markRead(actor, proposalId, [Seen.parse(JSON.parse(shown))], now))
  const byDrafter = expect.stringMatching(/^föreslås dras tillbaka \(drafter, .+\)$/)

  // the leader made the amendment: the suggestion alone is new to them
  const first = await newsTo(leader)
  expect(first.lines).toEqual([byDrafter])
  expect(first.text).toContain('• Ä1 Barn- och ungdomsnämnden: föreslås dras tillbaka (drafter')
  expect((await newsTo(drafter)).lines.join()).not.toContain('dras tillbaka')
  const other = await newsTo(secretary)
  expect(other.lines).toContainEqual(byDrafter)
  expect(await mark(leader, first.seen)).toEqual({ marked: 1, left: 0 })
  expect((await newsTo(leader)).lines).toEqual([])

  valueOf(await keepAmendment(leader, proposalId, seen, now))
  expect((await newsTo(leader)).lines).toEqual([])
  // the page that was open shows a suggestion that is gone: it is not marked so
  expect(await mark(secretary, other.seen)).toEqual({ marked: 0, left: 1 })
  const since = await newsTo(secretary)
  expect(since.lines.join()).not.toContain('dras tillbaka')
  await mark(secretary, since.seen)
  valueOf(await suggestWithdrawal(drafter, proposalId, seen, now))
  await mark(secretary, (await newsTo(secretary)).seen)
  expect((await newsTo(secretary)).lines).toEqual([])
  valueOf(await keepAmendment(leader, proposalId, seen, now))
  expect((await newsTo(secretary)).lines).toEqual([expect.stringMatching(/^blir kvar/)])
})
