import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { actorOfCookie } from '~/auth/session.server'
import { instanceId } from '~/bus.server'
import { env } from '~/env.server'
import { events } from '~/events.server'
import type { Actor } from '~/group/policy'
import { jsonOf } from '~/json-text'
import { isOwnOrigin } from '~/origin'
import { checkSnapshot } from '~/proposal/check'
import { findingCounts } from '~/proposal/finding-counts'
import { loadRevision } from '~/proposal/store.server'
import { dateInSweden } from '~/ui/date'
import { loadSnapshot } from './load-snapshot.server'
import { closeCodes, type LiveMessage, type Present } from './live-message'
import { presentElsewhere } from './present-elsewhere'

/** Pages of one member that may be open at once, and messages that a page may send in each breath. */
const limits = { pagesOfMember: 30, messages: 40, breath: 10_000, bytes: 1_000 }

/** All that a page tells the server: where the member stands. */
const Place = z.strictObject({ type: z.literal('place'), place: z.string().max(120) })

type Page = {
  readonly socket: WebSocket
  readonly cookie: string | undefined
  readonly proposalId: string
  actor: Actor
  place: string
  messages: number
  answered: boolean
}

const pages = new Set<Page>()
const elsewhere = presentElsewhere(limits.breath * 2.5)

/** Tells open pages, on the path /live of the app's own port, that a proposal changed, and who else has it open. */
export function attachLive(server: Server): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bytes })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [path, search] = (request.url ?? '').split('?')
    if (path !== '/live' || !isOwnOrigin(request.headers, env.PUBLIC_ORIGIN)) return
    sockets.handleUpgrade(request, socket, head, opened => {
      opened.on('error', () => opened.terminate())
      // what the page says before its session is looked up waits on the line until somebody listens
      opened.pause()
      void open(opened, request.headers.cookie, new URLSearchParams(search))
        .catch(error => {
          console.error(error)
          opened.close(1011)
        })
        .finally(() => opened.resume())
    })
  })
  events.on('proposal changed', ({ groupId, proposalId, revision, by }) => {
    for (const page of pagesOf(groupId, proposalId)) send(page, { type: 'revision', revision, by })
  })
  events.on('text changed', ({ groupId, proposalId }) => {
    void tellFindings(groupId, proposalId).catch(error => console.error(error))
  })
  events.on('members present', ({ instance, groupId, proposalId, members }) => {
    if (instance === instanceId) return
    elsewhere.hear(instance, proposalId, members, Date.now())
    showPresent(groupId, proposalId)
  })
  events.on('instances met', () => void tellMissed().catch(error => console.error(error)))
  events.on('access changed', ({ memberId, removed }) => {
    for (const page of pages) {
      if (page.actor.memberId !== memberId) continue
      if (removed) page.socket.close(closeCodes.removed)
      else void judge(page)
    }
  })
  const beat = setInterval(() => {
    pages.forEach(check)
    eachOpen(tellPresent)
  }, limits.breath)
  beat.unref()
  server.on('close', () => clearInterval(beat))
}

async function open(socket: WebSocket, cookie: string | undefined, search: URLSearchParams) {
  const actor = await actorOfCookie(cookie)
  if (!actor) return socket.close(closeCodes.signedOut)
  const proposalId = search.get('proposal') ?? ''
  const revision = await loadRevision(actor, proposalId)
  if (revision === null) return socket.close(closeCodes.notFound)
  const own = [...pages].filter(page => page.actor.memberId === actor.memberId)
  if (own.length >= limits.pagesOfMember) return socket.close(closeCodes.tooMuch)
  if (socket.readyState !== socket.OPEN) return
  const page = { socket, cookie, proposalId, actor, place: '', messages: 0, answered: true }
  pages.add(page)
  socket.on('pong', () => (page.answered = true))
  socket.on('message', data => hear(page, String(data)))
  socket.on('close', () => {
    pages.delete(page)
    tellPresent(page)
  })
  send(page, { type: 'hello', revision, memberId: actor.memberId })
  tellPresent(page)
}

function hear(page: Page, text: string) {
  page.messages += 1
  if (page.messages > limits.messages) return page.socket.close(closeCodes.tooMuch)
  const message = Place.safeParse(jsonOf(text))
  if (!message.success || message.data.place === page.place) return
  page.place = message.data.place
  tellPresent(page)
}

/** Once a breath: a page that does not answer is gone, and a session that has ended is shown out. */
function check(page: Page) {
  if (!page.answered) return page.socket.terminate()
  page.answered = false
  page.messages = 0
  page.socket.ping()
  void judge(page)
}

/** Asks again who the page's member is and what they may do. */
async function judge(page: Page) {
  // an unreachable database is no reason to show anybody out
  const actor = await actorOfCookie(page.cookie).catch(() => page.actor)
  if (!actor || actor.memberId !== page.actor.memberId)
    return page.socket.close(closeCodes.signedOut)
  if (actor.roles.join() === page.actor.roles.join()) return
  page.actor = actor
  send(page, { type: 'access' })
  tellPresent(page)
}

const pagesOf = (groupId: string, proposalId: string): Page[] =>
  [...pages].filter(page => page.actor.groupId === groupId && page.proposalId === proposalId)

/** One page of each proposal that is open here. */
function eachOpen(visit: (page: Page) => void) {
  new Map([...pages].map(page => [page.proposalId, page])).forEach(visit)
}

/** Tells the pages here, and the other instances, who has the proposal open here. */
function tellPresent({ actor: { groupId }, proposalId }: Page) {
  const members = presentHere(groupId, proposalId)
  events.emit('members present', { instance: instanceId, groupId, proposalId, members })
  showPresent(groupId, proposalId)
}

const presentHere = (groupId: string, proposalId: string): Present[] =>
  pagesOf(groupId, proposalId).map(({ actor: { memberId, name, roles }, place }) => ({
    memberId,
    name,
    roles,
    place,
  }))

function showPresent(groupId: string, proposalId: string) {
  const others = elsewhere.of(proposalId, Date.now())
  const members = [...presentHere(groupId, proposalId), ...others]
  for (const page of pagesOf(groupId, proposalId)) send(page, { type: 'present', members })
}

/** What was changed on other instances while this one heard nothing of them: the pages compare revisions. */
async function tellMissed() {
  for (const page of pages) {
    const revision = await loadRevision(page.actor, page.proposalId)
    if (revision !== null) send(page, { type: 'hello', revision, memberId: page.actor.memberId })
  }
  eachOpen(tellPresent)
}

/** Counts once for all: a page loads again only where it shows other numbers. */
async function tellFindings(groupId: string, proposalId: string) {
  const [reader] = pagesOf(groupId, proposalId)
  const snapshot = reader && (await loadSnapshot(reader.actor, proposalId))
  if (!snapshot) return
  const counts = findingCounts(checkSnapshot(snapshot, dateInSweden(new Date())))
  for (const page of pagesOf(groupId, proposalId)) send(page, { type: 'findings', ...counts })
}

function send({ socket }: Page, message: LiveMessage) {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
}
