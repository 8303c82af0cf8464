import { Hocuspocus, type Connection } from '@hocuspocus/server'
import * as Y from 'yjs'
import { env } from '~/env.server'
import { events } from '~/events.server'
import { can, type Actor, type Status } from '~/group/policy'
import { once } from '~/once.server'
import { closeCode } from './close-code'
import { durableLog, orComeBack } from './durable-log.server'
import { schemaVersion } from './editor-schema'
import { followLog } from './follow-log.server'
import { NeighbourRooms } from './neighbour-rooms.server'
import { oneRoom } from './one-room.server'
import { readRoomToken } from './room-token'
import { findSection } from './section-store.server'

/** What a connection carries: who it is, and, once inside, which proposal the section belongs to. */
export type RoomContext = {
  readonly actor: Actor
  readonly proposalId?: string
  /** Set for those whose frames may add suggestions and nothing else. */
  readonly suggestsOnly?: boolean
  /** Closes the socket, after which the client comes back by itself: for when the database does not answer. */
  readonly comeBack: () => void
}

/** Turned away at the door; `reason` is what the client is told. */
class Refusal extends Error {
  constructor(readonly reason: 'old-schema' | 'other-member' | 'no-access' | 'in-bin') {
    super(reason)
  }
}

/** All open sections, one Y.Doc each, named by the section's id. */
export const rooms = once('rooms', () => {
  const hocuspocus = new Hocuspocus<RoomContext>({
    quiet: true,
    debounce: 2000,
    maxDebounce: 10_000,
    maxPendingDocuments: 4,
    extensions: [
      oneRoom(),
      durableLog(),
      ...(env.REDIS_URL ? [new NeighbourRooms(env.REDIS_URL)] : []),
    ],

    async onAuthenticate({ token, documentName, context, connectionConfig }) {
      const said = readRoomToken(token)
      if (said.schemaVersion !== String(schemaVersion)) throw new Refusal('old-schema')
      if ((said.memberId ?? context.actor.memberId) !== context.actor.memberId)
        throw new Refusal('other-member')
      const section = await findSection(context.actor, documentName).catch(orComeBack(context))
      if (!section || !can(context.actor, 'read', section.status)) throw new Refusal('no-access')
      if (section.inBin) throw new Refusal('in-bin')
      const { actor } = context
      connectionConfig.readOnly = isReadOnly(actor, section.status)
      const suggestsOnly = !can(actor, 'write-text', section.status)
      return { proposalId: section.proposalId, suggestsOnly }
    },

    /** Once writing pauses; an update that the server wrote itself tells of itself. */
    async onStoreDocument({ lastContext }) {
      const { actor, proposalId } = lastContext
      if (proposalId) events.emit('text changed', { groupId: actor.groupId, proposalId })
    },

    /** Names are what the session says, not what the client says; nobody speaks for another member. */
    async beforeHandleAwareness({ states, document, connection, context }) {
      if (!connection || !context) return
      const { memberId, name, roles } = context.actor
      for (const [clientId, state] of states) {
        if (speaker(document, clientId, memberId) === memberId) state.user = { name, roles }
        else states.delete(clientId)
      }
    },
  })
  events.on('access changed', ({ memberId }) => dropMember(hocuspocus, memberId))
  events.on('proposal changed', ({ proposalId }) => void judgeAgain(hocuspocus, proposalId))
  if (env.REDIS_URL) followLog(hocuspocus)
  return hocuspocus
})

const isReadOnly = (actor: Actor, status: Status): boolean =>
  !can(actor, 'write-text', status) && !can(actor, 'suggest-text', status)

const speakers = new WeakMap<Y.Doc, Map<number, string>>()

function speaker(document: Y.Doc, clientId: number, memberId: string): string {
  const known = speakers.get(document) ?? new Map<number, string>()
  speakers.set(document, known)
  if (!known.has(clientId)) known.set(clientId, memberId)
  return known.get(clientId) ?? memberId
}

/**
 * Ends a member's connections. The document's connection is closed first: what stands in its queue is then dropped. The
 * client opens a new socket by itself, and is judged by the session and roles that hold then.
 */
function dropMember(hocuspocus: Hocuspocus<RoomContext>, memberId: string) {
  for (const connection of connections(hocuspocus)) {
    if (connection.context.actor.memberId === memberId)
      drop(connection, closeCode.accessChanged, 'access changed')
  }
}

/** After a change of a proposal: sections may have been removed, and the status may forbid writing. */
async function judgeAgain(hocuspocus: Hocuspocus<RoomContext>, proposalId: string) {
  const open = connections(hocuspocus).filter(({ context }) => context.proposalId === proposalId)
  try {
    await Promise.all(open.map(judge))
  } catch (reason) {
    console.error('Behörigheten i öppna avsnitt gick inte att läsa om:', reason)
    open.forEach(connection => drop(connection, closeCode.accessChanged, 'judge again'))
  }
}

async function judge(connection: Connection<RoomContext>) {
  const { actor } = connection.context
  const section = await findSection(actor, connection.document.name)
  if (!section || section.inBin) drop(connection, closeCode.removed, 'removed')
  else if (connection.readOnly !== isReadOnly(actor, section.status))
    drop(connection, closeCode.accessChanged, 'access changed')
}

const connections = ({ documents }: Hocuspocus<RoomContext>): Connection<RoomContext>[] =>
  [...documents.values()].flatMap(document => document.getConnections())

function drop(connection: Connection<RoomContext>, code: number, reason: string) {
  connection.close({ code, reason })
  connection.webSocket.close(code, reason)
}

/** Brings an update that is already committed into the section's room, here and on the other instances, if it is open. */
export async function applyToRoom(sectionId: string, update: Uint8Array): Promise<void> {
  const document = rooms.documents.get(sectionId) ?? (await rooms.loadingDocuments.get(sectionId))
  if (document) Y.applyUpdate(document, update, { source: 'local', skipStoreHooks: true })
  events.emit('section written', { sectionId })
}
