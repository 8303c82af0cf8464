import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { db } from '~/db.server'
import { answerNewProposal } from '~/import/new-proposal.server'
import { loadDraft } from '~/proposal/store.server'
import { buildGroup, buildMember, valueOf } from '../factories'

const file = JSON.stringify(demoFramework)

async function secretaryOf() {
  const group = await buildGroup()
  return buildMember(group, ['secretary'])
}

const stored = (groupId: string) =>
  Promise.all([
    db.framework.count({ where: { groupId } }),
    db.proposal.count({ where: { groupId } }),
  ])

test('a file is compared first, and makes a proposal with the base’s figures when it is confirmed', async () => {
  const secretary = await secretaryOf()
  const typed = { title: 'Ett annat Alingsås', intent: 'compare' }
  const compared = valueOf(await answerNewProposal(secretary, typed, file))
  expect(compared).toMatchObject({ faults: {} })
  const totals = 'compared' in compared ? compared.compared?.totals : undefined
  expect(totals?.every(({ difference }) => difference === 0)).toBe(true)
  expect(await stored(secretary.groupId)).toEqual([0, 0])
  const created = valueOf(await answerNewProposal(secretary, { ...typed, intent: 'create' }, file))
  const draft = await loadDraft(secretary, 'proposalId' in created ? created.proposalId : '')
  expect(draft).toMatchObject({ title: typed.title, framework: demoFramework, amendments: [] })
})

test.each([
  ['nothing chosen', '', 'Ingen fil är vald'],
  ['an empty file', ' ', 'är tom'],
  ['half a file', file.slice(0, 900), 'är inte JSON'],
  ['a web page', '<html></html>', 'är inte JSON'],
  ['a list', '[]', 'filen:'],
  ['a fraction', file.replace('2136', '21.36'), 'tax.rate'],
  ['more than a double holds', file.replace('2136', '9007199254740993'), 'tax.rate'],
  ['an unknown field', file.replace('"edition"', '"edtion"'), 'edition'],
])('%s gets one line and stores nothing', async (_, text, reason) => {
  const secretary = await secretaryOf()
  const answer = valueOf(
    await answerNewProposal(secretary, { title: 'Prov', intent: 'create' }, text),
  )
  const line = 'faults' in answer ? (answer.faults.file ?? '') : ''
  expect(line).toContain(reason)
  expect(line).not.toContain('\n')
  expect(await stored(secretary.groupId)).toEqual([0, 0])
})

test('a proposal without a name is not created', async () => {
  const secretary = await secretaryOf()
  const answer = valueOf(await answerNewProposal(secretary, { title: ' ', intent: 'create' }, file))
  expect(answer).toMatchObject({ faults: { title: 'Förslaget behöver ett namn.' } })
  expect(await stored(secretary.groupId)).toEqual([0, 0])
})

test('only the secretary creates one', async () => {
  const drafter = await buildMember(await buildGroup(), ['drafter', 'reviewer', 'admin'])
  const answer = await answerNewProposal(drafter, { title: 'Prov', intent: 'create' }, file)
  expect(answer).toMatchObject({ ok: false, fault: { kind: 'forbidden' } })
})
