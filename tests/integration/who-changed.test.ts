import { expect, test } from 'vitest'
import { moveSection, renameSection } from '~/collab/arrange-section.server'
import { compactLog } from '~/collab/log-store.server'
import { openThread } from '~/collab/open-thread.server'
import { restoreAll } from '~/collab/restore-version.server'
import type { Span } from '~/collab/trace'
import { whoChanged } from '~/collab/who-changed.server'
import { db, pool } from '~/db.server'
import type { Actor } from '~/group/policy'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { editGoals } from '~/proposal/edit-goals.server'
import type { GoalEdit } from '~/proposal/goal-edit'
import { undoFigures } from '~/proposal/undo-figures.server'
import { valueOf } from '../factories'
import { frame, textOf, withVersion, write } from './versioned'

const at = (time: string) => new Date(`2026-11-29T${time}:00Z`)
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) })

/** All that is in the log so far was written long ago. */
const longAgo = () => pool.query(`update "SectionUpdate" set at = at - interval '9 years'`)

async function begun() {
  const made = await withVersion()
  const { proposalId, amendmentId, leader } = made
  await longAgo()
  await db.amendment.updateMany({ where: { proposalId }, data: { updatedAt: at('01:00') } })
  await db.figureChange.updateMany({ where: { proposalId }, data: { at: at('01:00') } })
  const writeAt = async (actor: Actor, sectionId: string, time: string) => {
    await write(actor, sectionId, doc => textOf(doc, 0).insert(0, 'Nytt. '))
    const last = await db.sectionUpdate.findFirst({ where: { sectionId }, orderBy: { id: 'desc' } })
    await db.sectionUpdate.updateMany({ where: { id: last?.id ?? 0n }, data: { at: at(time) } })
  }
  const changeAt = async (actor: Actor, revision: number, board: string, time: string) =>
    valueOf(
      await changeAmendment(
        actor,
        proposalId,
        { id: amendmentId, revision },
        { change: { ...frame(100 + revision), board }, motivation: 'Skäl', section: null },
        at(time),
      ),
    )
  const told = async (within: Span) => {
    const trace = await whoChanged(leader, proposalId, within)
    return {
      sections: trace?.sections.map(({ title, by }) => [title, by.map(({ name }) => name)]),
      lines: trace?.lines.map(({ name, by }) => [name, by.map(one => [one.name, one.numbers])]),
    }
  }
  return { ...made, writeAt, changeAt, told }
}

test.each([false, true])(
  'who wrote in which section is told by time (merged: %s)',
  async merged => {
    const { drafter, secretary, reviewer, proposalId, school, care, writeAt, told } = await begun()
    await writeAt(drafter, school, '10:01')
    await writeAt(secretary, school, '12:00')
    await writeAt(secretary, care, '12:30')
    const merge = async () => {
      if (!merged) return
      for (const id of [school, care]) await compactLog(id)
    }
    await merge()
    await writeAt(drafter, school, '12:04')
    await writeAt(drafter, school, '14:00')
    const place = { kind: 'section' as const, sectionId: care }
    valueOf(await openThread(reviewer, proposalId, { place, body: 'Fråga', now: at('12:10') }))
    await merge()
    expect((await told(span('09:00', '11:00'))).sections).toEqual([['Skolan', ['drafter']]])
    expect((await told(span('11:00', '12:02'))).sections).toEqual([['Skolan', ['secretary']]])
    expect((await told(span('11:00', '13:00'))).sections).toEqual([
      ['Skolan', ['drafter', 'secretary']],
      ['Omsorgen', ['secretary']],
    ])
    expect((await told(span('13:00', '23:00'))).sections).toEqual([['Skolan', ['drafter']]])
    expect((await told(span('15:00', '23:00'))).sections).toEqual([])
  },
)

test('who changed which budget line is told by time, also what was taken back', async () => {
  const { leader, proposalId, changeAt, told } = await begun()
  await changeAt(leader, 1, 'BUN', '10:00')
  await changeAt(leader, 2, 'KUN', '12:00')
  const own = [['leader', [1]]]
  const [school, culture] = ['Barn- och ungdomsnämnden', 'Kultur- och utbildningsnämnden']
  expect((await told(span('09:00', '11:00'))).lines).toEqual([[school, own]])
  expect((await told(span('11:00', '13:00'))).lines).toEqual([
    [school, own],
    [culture, own],
  ])
  expect((await told(span('13:00', '15:00'))).lines).toEqual([])
  const last = await db.figureChange.findFirst({ where: { proposalId }, orderBy: { id: 'desc' } })
  const undo = { step: last?.step ?? '', way: 'undo' as const }
  valueOf(await undoFigures(leader, proposalId, undo, at('14:00')))
  expect((await told(span('13:00', '15:00'))).lines).toContainEqual([culture, own])
})

const seen = async (id: string) => {
  const row = await db.section.findUniqueOrThrow({ where: { id } })
  return { id, revision: row.revision }
}

test('who changed titles, goals and the base is told too, each by the name that it has', async () => {
  const { drafter, secretary, leader, proposalId, school } = await begun()
  const told = async (from: string, to: string) => {
    const trace = await whoChanged(leader, proposalId, span(from, to))
    return trace?.others.map(({ what, name }) => [what, name])
  }
  valueOf(await renameSection(drafter, proposalId, await seen(school), 'Skola', at('10:00')))
  valueOf(await renameSection(drafter, proposalId, await seen(school), 'En skola', at('10:05')))
  valueOf(await moveSection(secretary, proposalId, await seen(school), 1, at('10:06')))
  const edit = (by: Actor, one: GoalEdit, time: string) => editGoals(by, proposalId, one, at(time))
  const goal = valueOf(await edit(drafter, { type: 'add-goal', title: 'Trygghet' }, '11:00'))
  const renamed = { goalId: goal.id, revision: 1, title: 'Trygg skola' }
  valueOf(await edit(secretary, { type: 'rename-goal', ...renamed }, '11:30'))
  const { id: goalId } = goal
  valueOf(await edit(drafter, { type: 'remove-goal', goalId, revision: 2 }, '12:00'))
  const corrected = { groupId: drafter.groupId, proposalId, before: '1', after: '2' }
  await db.frameworkCorrection.createMany({
    data: ['boards.BUN.frames.2025', 'boards.BUN.frames.2026'].map(field => ({
      ...corrected,
      field,
      memberId: secretary.memberId,
      at: at('12:30'),
    })),
  })
  expect(await told('09:00', '10:30')).toEqual([
    ['Avsnittet ”En skola”, flyttat', 'secretary'],
    ['Rubriken ”En skola”', 'drafter'],
  ])
  expect(await told('10:30', '13:00')).toEqual([
    ['Målet ”Trygg skola”, borttaget', 'drafter'],
    ['Målet ”Trygg skola”, ändrat', 'secretary'],
    ['Målet ”Trygghet”, nytt', 'drafter'],
    ['Budgetramen, 2 rättade belopp', 'secretary'],
  ])
  expect(await told('13:00', '14:00')).toEqual([])
})

test('what a restored version changes of goals and titles has an author', async () => {
  const { leader, secretary, proposalId, restore, school } = await begun()
  valueOf(await renameSection(secretary, proposalId, await seen(school), 'Annat', at('10:00')))
  valueOf(await editGoals(secretary, proposalId, { type: 'add-goal', title: 'Nytt' }, at('10:00')))
  valueOf(await restoreAll(leader, { ...restore, now: at('11:00') }))
  const trace = await whoChanged(leader, proposalId, span('10:30', '11:30'))
  const rows = trace?.others.map(({ what, name }) => [what, name])
  expect(rows).toContainEqual(['Rubriken ”Skolan”', 'leader'])
  expect(rows).toContainEqual(['Målet ”Nytt”, borttaget', 'leader'])
})
