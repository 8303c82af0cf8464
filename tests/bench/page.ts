import { setTimeout as sleep } from 'node:timers/promises'
import { startApp } from './server/app'
import { print, quantile } from './server/figure'
import { amendmentsOn, frameworkOf } from './server/large-budget'
import { startDatabase } from './server/section'

// The budget page as a browser asks for it, twenty times a second. The time is from the request to the last byte.
const lines = 300
const perSecond = 20
const seconds = Number(process.env.BENCH_SECONDS ?? 10)

const database = await startDatabase()
const { buildGroup, buildMember, buildAmendment, valueOf } = await import('../factories')
const { createProposal } = await import('~/proposal/create-proposal.server')
const { startSession } = await import('~/auth/session.server')
const framework = frameworkOf(lines)
const drafter = await buildMember(await buildGroup(), ['drafter', 'secretary'])
const { proposalId } = valueOf(await createProposal(drafter, { title: 'Stort', framework }))
for (const { change } of amendmentsOn(framework, 40))
  await buildAmendment(drafter, proposalId, change)
const cookie = (await startSession(new Request('http://localhost'), drafter.memberId)).split(';')[0]

const app = await startApp(database.folder, database.url)
const address = `${app.url}/proposals/${proposalId}/budget`
await askFor(3)
for (let round = 0; round < 3; round++)
  print({
    name: `Budget page with ${lines} lines under ${perSecond} requests a second, p95`,
    unit: 'ms',
    ours: quantile(await askFor(seconds), 0.95),
    goal: 100,
  })
await app.stop()
process.exit(0)

/** A request at each of the moments, whether those before have been answered or not. */
async function askFor(during: number): Promise<number[]> {
  const started = performance.now()
  const asked = Array.from({ length: during * perSecond }, async (_, i) => {
    const due = started + (i * 1000) / perSecond
    await sleep(due - performance.now())
    // from when it was due: a generator that is late does not make the server look fast
    const page = await fetch(address, { headers: { cookie: cookie ?? '' } })
    if (!page.ok) throw new Error(`The budget page answered ${page.status}`)
    await page.text()
    return performance.now() - due
  })
  return Promise.all(asked)
}
