import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { ore } from '~/budget/rate'
import { db } from '~/db.server'
import { events } from '~/events.server'
import type { Setting } from '~/proposal/alternative'
import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { loadAlternativesPage } from '~/proposal/load-alternatives-page.server'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')

async function withTwo() {
  const made = await buildProposal()
  const { drafter, proposalId, reviewer } = made
  const amounts = [tkr(9000), tkr(0), tkr(0)]
  const school = { type: 'frame' as const, board: 'BUN', recurrence: 'indexed' as const, amounts }
  const { id: a } = await buildAmendment(drafter, proposalId, school)
  const { id: tax } = await buildAmendment(drafter, proposalId, { type: 'tax-rate', ore: ore(10) })
  const add = (name: string, settings: [string, Setting][] = []) =>
    editAlternatives(drafter, proposalId, { type: 'add', name, settings: new Map(settings) }, now)
  const stored = async () =>
    (await loadAlternativesPage(reviewer, proposalId, false))?.alternatives ?? []
  return { ...made, a, tax, add, stored }
}

test('an alternative keeps its exceptions, is read by all and changed over the revision that was seen', async () => {
  const { drafter, secretary, proposalId, tax, a, add, stored } = await withTwo()
  const { id } = valueOf(
    await add('Utan skattehöjning', [
      [tax, 'off'],
      [a, 'follow'],
    ]),
  )
  expect(await stored()).toMatchObject([{ id, name: 'Utan skattehöjning', on: [], off: [tax] }])
  const change = (revision: number, name: string) => ({
    type: 'change' as const,
    id,
    revision,
    name,
    settings: new Map([[a, 'off' as const]]),
  })
  valueOf(await editAlternatives(secretary, proposalId, change(1, 'Utan båda'), now))
  expect(await stored()).toMatchObject([{ name: 'Utan båda', off: [tax, a], revision: 2 }])
  expect(await editAlternatives(drafter, proposalId, change(1, 'Annat'), now)).toMatchObject({
    fault: { kind: 'stale', current: { name: 'Utan båda', revision: 2, off: [tax, a] } },
  })
  const removed = { type: 'remove' as const, id, revision: 1 }
  expect(await editAlternatives(drafter, proposalId, removed, now)).toMatchObject({
    fault: { kind: 'stale' },
  })
  valueOf(await editAlternatives(drafter, proposalId, { ...removed, revision: 2 }, now))
  expect(await stored()).toEqual([])
})

test('of eight who change one at once exactly one saves, and nothing is overwritten', async () => {
  const { drafter, proposalId, add, stored } = await withTwo()
  const { id } = valueOf(await add('Först'))
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      editAlternatives(
        drafter,
        proposalId,
        { type: 'change', id, revision: 1, name: `Nummer ${i}`, settings: new Map() },
        now,
      ),
    ),
  )
  const saved = all.findIndex(({ ok }) => ok)
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await stored()).toMatchObject([{ name: `Nummer ${saved}`, revision: 2 }])
})

test('four fit, also when six are added at once', async () => {
  const { add, stored } = await withTwo()
  const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(name => add(name)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(4)
  expect(all.find(({ ok }) => !ok)).toMatchObject({
    fault: { kind: 'conflict', message: expect.stringContaining('högst 4') },
  })
  expect(await stored()).toHaveLength(4)
})

test('an amendment that the proposal does not have refuses the whole of it', async () => {
  const { a, add, stored } = await withTwo()
  const other = await withTwo()
  expect(
    await add('Med deras', [
      [a, 'off'],
      [other.a, 'on'],
    ]),
  ).toMatchObject({
    fault: { kind: 'not-found' },
  })
  expect(await stored()).toEqual([])
})

test('what is withdrawn leaves the exception as it was, and open pages are told of each change', async () => {
  const { drafter, proposalId, a, add, stored } = await withTwo()
  const told: number[] = []
  events.on('proposal changed', change => {
    if (change.proposalId === proposalId) told.push(change.revision)
  })
  const { id } = valueOf(await add('Utan skolan', [[a, 'off']]))
  expect(told).toHaveLength(1)
  valueOf(await moveAmendment(drafter, proposalId, { id: a, revision: 1 }, 'withdraw', now))
  const renamed = { type: 'change' as const, id, revision: 1, name: 'Ny', settings: new Map() }
  valueOf(await editAlternatives(drafter, proposalId, renamed, now))
  expect(await stored()).toMatchObject([{ name: 'Ny', off: [a] }])
})

test('a reviewer and an admin only read, and so does everybody once it is locked', async () => {
  const { group, reviewer, admin, secretary, drafter, proposalId, add } = await withTwo()
  const leader = await buildMember(group, ['leader'])
  const edit = { type: 'add' as const, name: 'Nytt', settings: new Map() }
  for (const actor of [reviewer, admin])
    expect(await editAlternatives(actor, proposalId, edit, now)).toMatchObject({
      fault: { kind: 'forbidden' },
    })
  for (const actor of [leader, secretary])
    valueOf(await editAlternatives(actor, proposalId, edit, now))
  await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
  expect(await add('För sent')).toMatchObject({
    fault: { kind: 'forbidden', message: expect.stringContaining('låst') },
  })
  expect(await loadAlternativesPage(drafter, proposalId, false)).toMatchObject({ editable: false })
})
