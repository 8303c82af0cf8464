import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { can, statusesFor, type Actor } from '~/group/policy'
import { Status } from '~/group/role'
import { buildWorld, keepDatabase, type World } from '../world'
import type { Command } from './command'
import { commands } from './commands'
import { noCommands } from './no-commands'
import { idsNamedBy, strangers } from './strangers'

let ours: World
let rivals: World
let kept: Awaited<ReturnType<typeof keepDatabase>>
const now = new Date()

beforeAll(async () => {
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld('Rivalerna')
  kept = await keepDatabase()
}, 120_000)

test('every command is in the table: add what is missing to tests/integration/matrix/commands.ts', () => {
  const exported =
    /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*actor: Actor|^export const (\w+) = (?:async )?\(\s*actor: Actor/gm
  const found = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.server.ts') && !/(^|[/-])store\.server\.ts$/.test(file))
    .flatMap(file => [...readFileSync(`app/${file}`, 'utf8').matchAll(exported)])
    .flatMap(match => match[1] ?? match[2] ?? [])
  const known = new Set([...Object.keys(commands).map(nameOf), ...Object.keys(noCommands)])
  expect(found.length).toBeGreaterThan(30)
  expect(
    found.filter(name => !known.has(name)),
    'without a case',
  ).toEqual([])
  expect(
    [...known].filter(name => !found.includes(name)),
    'gone',
  ).toEqual([])
})

/** A command may stand several times in the table: its name, and what makes the difference. */
const nameOf = (title: string): string => title.split(' ')[0] ?? ''

const faultOf = (answer: unknown): string | null => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok) return null
  const { fault } = answer as { fault?: { kind: string } }
  return fault?.kind ?? 'refused'
}

/** Whether an answer holds nothing at all of what was asked for. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === false || answer === 0) return true
  if (faultOf(answer) !== null) return true
  if (answer instanceof Map) return answer.size === 0
  if (typeof answer !== 'object') return false
  return Object.values(answer).every(isNothing)
}

describe.each(Object.entries(commands))('%s', (_, { needs, call }: Command) => {
  const named = idsNamedBy(ids => void call(nobody, ids, now).catch(() => {}))
  const onProposal = named.includes('proposalId')
  const first = onProposal ? statusesFor(needs)[0] : undefined
  const tryAs = async (actor: Actor, status: Status | undefined) => {
    if (status) await db.proposal.updateMany({ data: { status } })
    const before = await keepStatus(status)
    const answer = await call(actor, ours.ids, now)
    const may = can(actor, needs, status)
    const what = `${actor.name} in ${status}`
    if (may) expect(faultOf(answer), what).not.toBe('forbidden')
    else {
      expect(faultOf(answer), what).toBe('forbidden')
      expect(await before(), what).toBe(true)
    }
    await kept.restore()
  }

  test('does for each role and status what the one table says, by itself', async () => {
    for (const actor of Object.values(ours.members)) await tryAs(actor, first)
    if (needs === 'read') return
    if (onProposal) for (const status of Status.options) await tryAs(ours.all, status)
  })

  test('knows no id of another group, nor of another proposal', async () => {
    if (first) await db.proposal.updateMany({ data: { status: first } })
    const unchanged = await keepStatus(first)
    const unknown = new Map<string, unknown>()
    for (const [name, ids] of strangers(named, ours, rivals)) {
      const answer = await call(ours.all, ids, now)
      expect(isNothing(answer), `${name}: ${JSON.stringify(answer)?.slice(0, 200)}`).toBe(true)
      const [which = ''] = name.split(' ')
      if (!unknown.has(which)) unknown.set(which, answer)
      expect(answer, name).toEqual(unknown.get(which))
      expect(await unchanged(), name).toBe(true)
    }
    await kept.restore()
  })
})

const nobody: Actor = { memberId: '-', groupId: '-', name: '-', roles: [] }

/** Whether the database is as it was after the status was set for the try. */
async function keepStatus(status: Status | undefined) {
  if (!status || status === 'draft') return kept.isUnchanged
  const before = await kept.digest()
  return async () => (await kept.digest()) === before
}
