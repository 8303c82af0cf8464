import * as Y from 'yjs'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { figureCharacter } from '~/proposal/section-content'
import { placeThread } from './anchor'
import { readLogs } from './log-store.server'
import { applyToRoom } from './room.server'
import { docOf } from './section-doc'
import { insertUpdate } from './section-store.server'
import { insertComment, insertThread, placeExists } from './thread-store.server'
import type { ThreadPlace } from './thread'

const textChanged = refused({
  kind: 'conflict',
  message:
    'Texten ändrades innan kommentaren hann fram. Markera orden igen; det du skrev finns kvar.',
})

/**
 * Opens a thread with its first comment. On a text range the server sets the mark itself, in the same transaction, so
 * that those who may not write the text can still comment on it. Returns the thread's id.
 */
export async function openThread(
  actor: Actor,
  proposalId: string,
  { place, body, now }: { place: ThreadPlace; body: string; now: Date },
): Promise<Outcome<{ threadId: string }>> {
  const threadId = newId()
  const outcome = await changeProposal(actor, proposalId, 'comment', async tx => {
    if (!(await placeExists(tx, actor, proposalId, place))) return notFound
    const marked = place.kind === 'text' ? await markText(tx, actor, place, threadId) : null
    if (place.kind === 'text' && !marked) return textChanged
    await insertThread(tx, actor, {
      id: threadId,
      proposalId,
      kind: place.kind,
      sectionId: place.kind === 'amendment' ? null : place.sectionId,
      amendmentId: place.kind === 'amendment' ? place.amendmentId : null,
      quote: place.kind === 'text' ? place.quote.replaceAll(figureCharacter, '…') : null,
      createdAt: now,
    })
    await insertComment(tx, actor, { id: newId(), threadId, body, createdAt: now })
    return done({ marked })
  })
  if (!outcome.ok) return outcome
  if (outcome.value.marked && place.kind === 'text')
    await applyToRoom(place.sectionId, outcome.value.marked)
  return done({ threadId })
}

/** The update that sets the mark, written to the log; null where the words no longer stand there. */
async function markText(
  tx: Database,
  actor: Actor,
  place: Extract<ThreadPlace, { kind: 'text' }>,
  threadId: string,
): Promise<Uint8Array | null> {
  const logs = await readLogs(actor.groupId, [place.sectionId])
  const doc = docOf(logs.get(place.sectionId) ?? [])
  const before = Y.encodeStateVector(doc)
  const anchor = {
    from: Buffer.from(place.from, 'base64'),
    to: Buffer.from(place.to, 'base64'),
    quote: place.quote,
  }
  if (!placeThread(doc, anchor, threadId)) return null
  const update = Y.encodeStateAsUpdate(doc, before)
  await insertUpdate(tx, actor, place.sectionId, update, false)
  return update
}
