import type { beforeSyncPayload, Extension } from '@hocuspocus/server'
import * as Y from 'yjs'
import { closeCode, unlike } from './close-code'
import { decoded, type DecodedUpdate } from './decoded-update'
import { touchesAsides } from './kept-marks'
import { knownContent } from './known-content'
import { appendToLog, compactAfter, compactLog, readLogs } from './log-store.server'
import type { RoomContext } from './room.server'
import { asWritten } from './section-doc'
import { Gate, type LetIn } from './suggest-only'
import { suggestingState } from './suggestion'

/** The kinds of frame that carry changes (y-protocols/sync). */
const step2 = 1
const update = 2

/**
 * Makes acknowledged mean committed. Hocuspocus awaits `beforeSync` before it applies a frame, sends it on or answers
 * it, so the row is written there; `onChange` is not awaited and could not promise that.
 */
export function durableLog(): Extension<RoomContext> {
  const grown = new Map<string, number>()
  return {
    async onLoadDocument({ document, documentName, context }) {
      const { groupId } = context.actor
      const logs = await readLogs(groupId, [documentName]).catch(orComeBack(context))
      asWritten(document).transact(() => {
        for (const row of logs.get(documentName) ?? []) applyReadable(document, row)
      })
    },

    async beforeSync(frame) {
      const change = changeIn(frame)
      if (!change) return
      const { mend } = judged(frame, change)
      await append(frame, mend)
      grown.set(frame.documentName, (grown.get(frame.documentName) ?? 0) + 1)
    },

    /** Housekeeping, never needed for safety. */
    async onStoreDocument({ documentName }) {
      if ((grown.get(documentName) ?? 0) < compactAfter) return
      grown.set(documentName, 0)
      await compactLog(documentName).catch(reason =>
        console.error(`Loggen för ${documentName} gick inte att slå samman:`, reason),
      )
    },

    async afterUnloadDocument({ documentName }) {
      if (grown.get(documentName) === 0) grown.delete(documentName)
    },
  }
}

function applyReadable(document: Y.Doc, row: Uint8Array) {
  try {
    Y.applyUpdate(document, row)
  } catch (reason) {
    console.error('En rad i loggen gick inte att läsa:', reason)
  }
}

/** What a frame brings that has to be written; null where it is nothing. Throws at one that must not pass. */
function changeIn({
  type,
  payload,
  document,
  connection,
}: beforeSyncPayload): DecodedUpdate | null {
  if (type !== step2 && type !== update) return null
  // this hook runs before Hocuspocus looks at readOnly: without this line, readers would write into the log
  if (connection.readOnly) return null
  // frames that stood in the queue when the connection was revoked
  if (!document.hasConnection(connection)) throw new Error('the connection was closed')
  if (payload.length === 2 && payload[0] === 0 && payload[1] === 0) return null
  // a malformed frame throws here, before it reaches the log
  const change = decoded(payload)
  // each reconnect sends the whole set of deletions again
  const isHeld = type === step2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)
  return isHeld ? null : change
}

/** Closes the document's connection with a code that tells the client why. */
class Unlike extends Error {
  readonly code = closeCode.unlike
  constructor(readonly reason: keyof typeof unlike) {
    super(reason)
  }
}

/** What is written of a frame that is let in. Throws at one that must not be; nothing of it is. */
function judged(frame: beforeSyncPayload, change: DecodedUpdate): LetIn {
  // first, since the gate remembers what it has let in
  const known = knownContent(frame.document, change)
  if (known === 'unknown') throw new Unlike('no known content')
  // a client that comes back brings all that the section lacks
  if (known === 'missing')
    orComeBack(frame.context as RoomContext)(new Error('an update is missing'))
  const letIn = letInOf(frame, change)
  if (!letIn) throw new Unlike('no suggestion')
  return letIn
}

const gates = new WeakMap<Y.Doc, Gate>()

function letInOf(
  { payload, document, context }: beforeSyncPayload,
  change: DecodedUpdate,
): LetIn | null {
  const { actor, suggestsOnly } = context as RoomContext
  const suggests = suggestsOnly || isSuggesting(document, change)
  if (!suggests && !touchesAsides(change, actor.memberId)) return { mend: null }
  const gate = gates.get(document) ?? new Gate(document)
  gates.set(document, gate)
  const now = new Date()
  if (suggestsOnly) return gate.letInSuggestions(payload, actor.memberId, now)
  return gate.letIn(payload, actor.memberId, suggests ? { suggestsAt: now } : {}) ?? { mend: null }
}

/** Whether the page that brings a change has said that its member suggests. */
function isSuggesting({ awareness }: beforeSyncPayload['document'], { structs }: DecodedUpdate) {
  const pages = new Set(structs.map(({ id }) => id.client))
  return [...pages].some(page => awareness.getStates().get(page)?.[suggestingState] === true)
}

async function append(
  { payload, document, documentName, connection, ...frame }: beforeSyncPayload,
  mend: Uint8Array | null,
) {
  const context = frame.context as RoomContext
  const { groupId, memberId } = context.actor
  const update = mend ? Y.mergeUpdates([payload, mend]) : payload
  const row = { groupId, sectionId: documentName, memberId, update }
  if (await appendToLog(row).catch(orComeBack(context))) {
    // Hocuspocus applies the frame as it came once this has returned; what mends it waits in the document for that
    if (mend)
      setImmediate(() => Y.applyUpdate(document, mend, { source: 'local', skipStoreHooks: true }))
    return
  }
  setTimeout(() => connection.webSocket.close(closeCode.accessChanged, 'access changed'), 0)
  throw new Error('the proposal is not open for writing')
}

/**
 * What follows where the database does not answer. A client whose document is closed, or that is turned away at the
 * door, never comes back; one whose socket is closed does, and sends what was not acknowledged.
 */
export const orComeBack =
  ({ comeBack }: RoomContext) =>
  (reason: unknown): never => {
    comeBack()
    throw reason
  }
