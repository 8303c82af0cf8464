import * as Y from 'yjs'
import type { Actor } from '~/group/policy'
import { startApp } from './server/app'
import { milliseconds, print, quantile } from './server/figure'
import { startDatabase } from './server/section'

// A section's page with a thousand comments beside the same one with ten, asked for in turn. Threads of five comments:
// half of them on words, half on the section, every other one resolved.
const many = 1000
const few = 10
const perThread = 5
const rounds = Number(process.env.BENCH_ROUNDS ?? 100)

const database = await startDatabase()
const { buildGroup, buildMember, valueOf } = await import('../factories')
const { createProposal } = await import('~/proposal/create-proposal.server')
const { addSection } = await import('~/collab/arrange-section.server')
const { appendToLog } = await import('~/collab/log-store.server')
const { docOf, firstUpdate, textFragment } = await import('~/collab/section-doc')
const { textsOf } = await import('~/collab/anchor')
const { openThread } = await import('~/collab/open-thread.server')
const { replyToThread } = await import('~/collab/reply-to-thread.server')
const { settleThread } = await import('~/collab/settle-thread.server')
const { startSession } = await import('~/auth/session.server')
const { demoFramework: framework } = await import('../../prisma/demo/framework')

const drafter = await buildMember(await buildGroup(), ['drafter', 'secretary'])
const paths = { few: await sectionWith(few), many: await sectionWith(many) }
const cookie = (await startSession(new Request('http://localhost'), drafter.memberId)).split(';')[0]

const app = await startApp(database.folder, database.url)
await askInTurn(10)
for (let run = 0; run < 3; run++) {
  const times = await askInTurn(rounds)
  print({
    name: `Section page with ${many} comments beside one with ${few}, p95`,
    unit: 'ms',
    ours: quantile(times.many, 0.95),
    peer: quantile(times.few, 0.95),
    goal: 1.2,
  })
}
await app.stop()
process.exit(0)

/** From the request to the last byte of the page, of each in turn: both meet the same machine. */
async function askInTurn(times: number) {
  const taken: Record<keyof typeof paths, number[]> = { few: [], many: [] }
  for (let i = 0; i < times; i++)
    for (const which of ['few', 'many'] as const)
      taken[which].push(await milliseconds(() => ask(paths[which])))
  return taken
}

async function ask(path: string) {
  const page = await fetch(app.url + path, { headers: { cookie: cookie ?? '' } })
  if (!page.ok) throw new Error(`The section's page answered ${page.status}`)
  await page.text()
}

/** The address of a section of some pages in a proposal of its own, with so many comments. */
async function sectionWith(comments: number): Promise<string> {
  const title = `${comments} kommentarer`
  const { proposalId } = valueOf(await createProposal(drafter, { title, framework }))
  const { sectionId } = valueOf(await addSection(drafter, proposalId, 'Skolan'))
  const content = Array.from({ length: 60 }, (_, at) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Stycke ${at} om lugn och ro i skolan. `.repeat(8) }],
  }))
  const update = firstUpdate({ type: 'doc', content })
  const { groupId, memberId } = drafter
  await appendToLog({ groupId, memberId, sectionId, update })
  for (let at = 0; at < comments / perThread; at++)
    await discuss(drafter, { proposalId, sectionId, update }, at)
  return `/proposals/${proposalId}/sections/${sectionId}`
}

type Place = {
  readonly proposalId: string
  readonly sectionId: string
  readonly update: Uint8Array
}

async function discuss(actor: Actor, { proposalId, sectionId, update }: Place, at: number) {
  const place =
    at % 2 === 0
      ? ({ kind: 'section', sectionId } as const)
      : ({ kind: 'text', sectionId, ...wordsAt(update, at) } as const)
  const now = new Date()
  const body = `Är det här rätt tänkt, fråga ${at}? Jag undrar hur det räcker till alla.`
  const { threadId } = valueOf(await openThread(actor, proposalId, { place, body, now }))
  for (let reply = 1; reply < perThread; reply++)
    valueOf(
      await replyToThread(actor, proposalId, { threadId, body, now: new Date(Date.now() + reply) }),
    )
  if (at % 4 < 2)
    valueOf(await settleThread(actor, proposalId, { threadId, resolved: true, now: new Date() }))
}

/** Some words of one of the paragraphs, as a browser names them. */
function wordsAt(update: Uint8Array, at: number) {
  const texts = textsOf(textFragment(docOf([update])))
  const text = texts[at % texts.length]
  if (!text) throw new Error('no text')
  const from = (Math.floor(at / texts.length) * 7) % 200
  const position = (index: number) =>
    Buffer.from(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)),
    ).toString('base64')
  return {
    from: position(from),
    to: position(from + 6),
    quote: text.toString().slice(from, from + 6),
  }
}
