import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import type { BudgetPage } from '~/proposal/budget-page'
import type { Role } from '~/group/policy'
import { rivalFramework } from '../../prisma/demo/rival'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { BudgetClient } from './budget-client'
import { randomFrom } from './random'
import { BudgetModel, type Entry, type Sent } from './budget-model'
import { changesOf } from './budget-changes'
import { invite } from './member'
import { signIn } from './section'

/** Two minutes of it: `npm run bench -- model`. */
const seconds = Number(process.env.MODEL_SECONDS ?? 20)
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31))

const invited: readonly Role[] = ['drafter', 'drafter', 'drafter', 'secretary', 'leader']

const types = ['add', 'change', 'cell', 'paste', 'move', 'replace', 'join', 'step'] as const

const folder = temporaryFolder('model')
let app: App
let clients: BudgetClient[] = []

beforeAll(async () => {
  app = await startApp(folder)
  const admin = await signIn(app, 'admin', 1)
  const own = [signIn(app, 'leader'), signIn(app, 'drafter', 2), signIn(app, 'secretary', 1)]
  const cookies = [
    ...(await Promise.all(own)),
    ...(await Promise.all(invited.map((role, i) => invite(app, admin, role, `Ny ${i}`)))),
  ]
  const proposalId = await onlyProposal(admin)
  clients = cookies.map(
    (cookie, i) =>
      new BudgetClient(
        app.url,
        cookie,
        proposalId,
        String.fromCodePoint(65 + i),
        randomFrom(seed + i),
      ),
  )
})

afterAll(async () => {
  await stopApp(app)
  rmSync(folder, { recursive: true, force: true })
})

async function onlyProposal(cookie: string): Promise<string> {
  const page = await (await fetch(`${app.url}/proposals`, { headers: { cookie } })).text()
  const id = /\/proposals\/([\w-]{20})/.exec(page)?.[1]
  if (!id) throw new Error('The group has no proposal')
  return id
}

test(
  `eight change amendments at random, the app is killed: each acknowledged change once (MODEL_SEED=${seed})`,
  { timeout: seconds * 1000 + 120_000 },
  async () => {
    onTestFailed(() => console.error(app.said().slice(-5000)))
    const before = await Promise.all(clients.map(client => client.read()))
    const rights = new Map(before.map(({ memberId, rights }) => [memberId, rights]))
    const model = new BudgetModel(entriesOf(before[0]), rights)
    const taken = new Map<string, number>()

    let changes = await hear()
    const first = changes.from
    await together(() => app.process.kill('SIGKILL'))
    await app.end
    app = await startApp(folder)
    clients.forEach(client => client.moveTo(app.url))
    const restarted = await Promise.all(clients.map(client => client.read()))
    const seen = await changes.end()
    replay(model, seen, taken, idsOf(restarted[0]))

    changes = await hear()
    const unanswered = clients.flatMap(client => client.unanswered ?? [])
    const committed = changes.from - first - seen.length
    const resumed = withCommitted(model, unanswered, committed, entriesOf(restarted[0]))
    if (!resumed && committed === 0) expect(entriesOf(restarted[0])).toEqual(model.entries)
    expect(resumed, `${committed} of ${unanswered.length} without an answer`).toBeDefined()
    if (!resumed) return
    clients.forEach(client => (client.unanswered = null))

    let stopped = false
    await together(
      () => (stopped = true),
      () => !stopped || missing(clients).length > 0,
    )
    const after = await Promise.all(clients.map(client => client.read()))
    replay(resumed, await changes.end(), taken, idsOf(after[0]))

    const acknowledged = clients.flatMap(client => client.acknowledged)
    const made = [...taken.values()].reduce((sum, count) => sum + count, 0)
    expect(made).toBe(acknowledged.length)
    for (const page of after) {
      expect(entriesOf(page)).toEqual(resumed.entries)
      expect(page.statement).toEqual(statementOf(rivalFramework, page.amendments))
      const offered = page.history?.undo.map(({ step }) => step) ?? []
      expect(offered).toEqual(resumed.undoable(page.memberId).slice(0, offered.length))
    }
    expect(missing(clients)).toEqual([])
  },
)

/** What has to happen before the run ends, however slow the machine: each kind of command is saved once, and one refused. */
function missing(clients: readonly BudgetClient[]): string[] {
  const saved = new Set(
    clients.flatMap(client => client.acknowledged.map(({ command }) => command.type)),
  )
  const refused = clients.some(client => client.refused > 0)
  return [...types.filter(type => !saved.has(type)), ...(refused ? [] : ['refused'])]
}

const hear = () => changesOf(app.url, clients[0]?.cookie ?? '', clients[0]?.proposalId ?? '')

/** All work for half the time, and on until the end has come to each. */
async function together(end: () => void, goesOn = () => true) {
  const work = clients.map(client => client.work(goesOn))
  await Promise.race([sleep((seconds / 2) * 1000), Promise.all(work)])
  end()
  await Promise.all(work)
}

/** Makes in the model what the server told to be made, each change of a member by their next acknowledged command. */
function replay(model: BudgetModel, by: readonly string[], taken: Map<string, number>, ids: Ids) {
  for (const member of by) {
    const at = taken.get(member) ?? 0
    const client = clients.find(({ memberId }) => memberId === member)
    // killed after all had been told of it, and before its sender got an answer
    if (client?.acknowledged.length === at) client.takeAsSaved()
    const sent = client?.acknowledged[at]
    if (!sent) throw new Error(`A change of ${member} was made that was not acknowledged`)
    model.make(sent, ids)
    taken.set(member, at + 1)
  }
}

/** The model after as many of the unanswered commands as were saved, in the order that leads to what stands there. */
function withCommitted(
  model: BudgetModel,
  unanswered: readonly Sent[],
  count: number,
  wanted: readonly Entry[],
): BudgetModel | undefined {
  if (count === 0) return isDeepStrictEqual(model.entries, wanted) ? model : undefined
  const ids: Ids = new Map(wanted.map(({ number, id }) => [number, id]))
  for (const sent of unanswered) {
    const next = model.copy()
    if (!made(next, sent, ids)) continue
    const rest = unanswered.filter(other => other !== sent)
    const found = withCommitted(next, rest, count - 1, wanted)
    if (found) return found
  }
  return undefined
}

function made(model: BudgetModel, sent: Sent, ids: Ids): boolean {
  try {
    model.make(sent, ids)
    return true
  } catch {
    return false
  }
}

/** What has a number on the page keeps it, and its id, for good. */
type Ids = ReadonlyMap<number, string>
const idsOf = (page: BudgetPage | undefined): Ids =>
  new Map(page?.amendments.map(({ number, id }) => [number, id]))

const entriesOf = (page: BudgetPage | undefined): Entry[] =>
  (page?.amendments ?? []).map(
    ({ id, number, state, change, motivation, replaces, revision, updatedById: by }) => ({
      id,
      number,
      state,
      change,
      motivation,
      replaces,
      revision,
      by,
    }),
  )
