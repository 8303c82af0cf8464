import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changeRoles } from '~/group/change-roles.server'
import type { Actor } from '~/group/policy'
import { removeMember } from '~/group/remove-member.server'
import { buildMember, valueOf } from '../factories'
import { serve, type Served } from './server'
import { Line } from './sockets'
import { buildWorld, unknownIds, type World } from './world'

let served: Served
let ours: World
let rivals: World
const lines: Line[] = []

beforeAll(async () => {
  served = await serve()
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld('Rivalerna')
}, 240_000)

afterEach(async () => {
  await Promise.all(lines.splice(0).map(line => line.end()))
})

async function line(actor: Actor, path: string): Promise<Line> {
  const opened = await Line.as(served.port, path, actor)
  lines.push(opened)
  return opened
}

const live = (actor: Actor, proposalId = ours.ids.proposalId) =>
  line(actor, `/live?proposal=${proposalId}`)
const told = async (opened: Line, type: string) => {
  for (let i = 0; i < 200; i++) {
    const found = opened.texts.find(text => text.includes(`"type":"${type}"`))
    if (found) return found
    await sleep(20)
  }
  return null
}

describe('the line that tells open pages of changes', () => {
  test('is open to the group alone', async () => {
    for (const id of [ours.ids.proposalId, unknownIds.proposalId, ''])
      expect(await (await live(rivals.all, id)).closed).toBe(4404)
    const anonymous = await Line.open(served.port, `/live?proposal=${ours.ids.proposalId}`, {})
    if (typeof anonymous !== 'number') expect(await anonymous.closed).toBe(4401)
  })

  test('tells of a role at once, and of the end of a membership', async () => {
    const member = await buildMember({ id: ours.groupId }, ['drafter'], 'Karin')
    const [open, other] = [await live(member), await live(ours.all)]
    await told(open, 'hello')
    valueOf(await changeRoles(ours.all, { memberId: member.memberId, roles: ['reviewer'] }))
    expect(await told(open, 'access')).not.toBe(null)
    valueOf(await removeMember(ours.all, { memberId: member.memberId, now: new Date() }))
    expect(await open.closed).toBe(4403)
    await sleep(100)
    expect(other.texts.findLast(text => text.includes('present'))).not.toContain('Karin')
  })

  test('hears where a member stands, and nothing else', async () => {
    const [open, other] = [await live(ours.all), await live(ours.all)]
    await told(open, 'hello')
    const junk = [
      '',
      '{',
      'null',
      '[]',
      '{"type":"revision","revision":9}',
      '{"type":"place"}',
      `{"type":"place","place":"${'x'.repeat(121)}"}`,
      '{"type":"place","place":"a","name":"Annan"}',
    ]
    for (const text of junk) open.send(text)
    open.send('{"type":"place","place":"budget"}')
    for (let i = 0; i < 100 && !other.texts.some(text => text.includes('"budget"')); i++)
      await sleep(20)
    expect(other.texts.join()).not.toMatch(/Annan|xxx|"revision":9/)
    open.send(`{"type":"place","place":"${'x'.repeat(2000)}"}`)
    expect(await open.closed).toBe(1009)
    for (let i = 0; i < 60; i++) other.send('{"type":"place","place":"budget"}')
    expect(await other.closed).toBe(4429)
  })

  test('hears what a page said before its session was looked up', async () => {
    const other = await live(ours.all)
    await told(other, 'hello')
    const open = await live(ours.all)
    open.send('{"type":"place","place":"clauses"}')
    await other.untilText(text => text.includes('"clauses"'))
  })

  test('is not opened more often than a member needs', async () => {
    const busy = await buildMember({ id: ours.groupId }, ['reviewer'])
    const opened: Line[] = []
    for (let i = 0; i < 30; i++) opened.push(await live(busy))
    for (const one of opened) await told(one, 'hello')
    expect(await (await live(busy)).closed).toBe(4429)
  })
})
