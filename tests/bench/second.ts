import { once } from 'node:events'
import { WebSocket } from 'ws'
import { startApp } from './server/app'
import { print, quantile } from './server/figure'
import { startDatabase } from './server/section'

// What others have to see within a second: a figure that was changed, and that a member was removed.
const rounds = 20
const second = 1000

const database = await startDatabase()
const app = await startApp(database.folder, database.url)
const { buildMember, buildProposal } = await import('../factories')
const { startSession } = await import('~/auth/session.server')
const { group, proposalId } = await buildProposal()

async function member(roles: ['drafter'] | ['admin']) {
  const { memberId } = await buildMember(group, roles)
  const cookie = (await startSession(new Request('http://localhost'), memberId)).split(';')[0] ?? ''
  return { memberId, cookie }
}

const post = (path: string, cookie: string, fields: Record<string, string>) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { cookie, origin: app.url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

/** An open page of the proposal, which the server has greeted. */
async function page(cookie: string): Promise<WebSocket> {
  const address = `${app.url.replace('http', 'ws')}/live?proposal=${proposalId}`
  const socket = new WebSocket(address, { headers: { cookie } })
  await once(socket, 'message')
  return socket
}

const told = (socket: WebSocket, type: string) =>
  new Promise<number>(resolve => {
    socket.on('message', data => {
      if (JSON.parse(String(data)).type === type) resolve(performance.now())
    })
  })

const writer = await member(['drafter'])
const admin = await member(['admin'])
const figures: number[] = []
const removals: number[] = []
for (let round = 0; round <= rounds; round++) {
  const other = await member(['drafter'])
  const open = await page(other.cookie)
  const heard = told(open, 'revision')
  const started = performance.now()
  const saved = await post(`/proposals/${proposalId}/goals`, writer.cookie, {
    type: 'add-goal',
    title: `Mål ${round}`,
  })
  if (saved.status >= 400) throw new Error(`The change was answered with ${saved.status}`)
  // the page then loads what it shows anew
  await heard
  await (
    await fetch(`${app.url}/proposals/${proposalId}/goals.data`, {
      headers: { cookie: other.cookie },
    })
  ).text()
  figures.push(performance.now() - started)

  const closed = once(open, 'close')
  const asked = performance.now()
  const removed = await post('/members', admin.cookie, {
    intent: 'remove',
    memberId: other.memberId,
  })
  if (removed.status >= 400) throw new Error(`The removal was answered with ${removed.status}`)
  await closed
  removals.push(performance.now() - asked)
}
for (const [name, values] of [
  ['Change to the figures of another page', figures.slice(1)],
  ['Removal of a member to the closed socket', removals.slice(1)],
] as const) {
  print({ name: `${name}, median`, unit: 'ms', ours: quantile(values, 0.5), goal: second })
  print({ name: `${name}, p95`, unit: 'ms', ours: quantile(values, 0.95), goal: second })
}
await app.stop()
process.exit(0)
