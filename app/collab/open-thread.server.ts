import * as Y from 'yjs'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { loadDraft } from '~/proposal/store.server'
import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import { placeThread } from './anchor'
import { compactAfter, compactLog, readLogs } from './log-store.server'
import { applyToRoom } from './room.server'
import { saveComment, sayOnce } from './save-comment.server'
import { docOf } from './section-doc'
import { insertUpdate } from './section-store.server'
import type { Saying, Thread, ThreadPlace } from './thread'
import { placesIn } from './placed-threads.server'
import { placeKey } from './thread-place'
import { insertThread, sectionExists } from './thread-store.server'

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
  { place, ...saying }: Saying & { place: ThreadPlace },
): Promise<Outcome<{ threadId: string }>> {
  const said = { ...saying, proposalId, threadId: newId() }
  const outcome = await changeProposal(actor, proposalId, 'comment', tx =>
    sayOnce(tx, actor, said, () => begin(tx, actor, said, place)),
  )
  if (!outcome.ok) return outcome
  const { threadId } = outcome.value
  const marked = 'marked' in outcome.value ? outcome.value.marked : null
  if (marked && place.kind === 'text') {
    await applyToRoom(place.sectionId, marked.update)
    if (marked.rows > compactAfter) await merge(place.sectionId)
  }
  return done({ threadId })
}

/** Saves the thread with its first comment. */
async function begin(
  tx: Database,
  actor: Actor,
  said: Saying & { readonly proposalId: string; readonly threadId: string },
  place: ThreadPlace,
): Promise<Outcome<{ threadId: string; marked: Marked | null }>> {
  const { proposalId, threadId } = said
  const set = await setOn(tx, actor, proposalId, { threadId, place })
  if (!set.ok) return set
  const { marked, ...on } = set.value
  const thread = { id: threadId, proposalId, kind: place.kind, createdAt: said.now, ...on }
  await insertThread(tx, actor, thread)
  const saved = await saveComment(tx, actor, said)
  return saved.ok ? done({ threadId, marked }) : saved
}

/** Housekeeping, never needed for safety: a section that is only talked about has no open room that does it. */
const merge = (sectionId: string): Promise<unknown> =>
  compactLog(sectionId).catch(reason =>
    console.error(`Loggen för ${sectionId} gick inte att slå samman:`, reason),
  )

type SetOn = Pick<Thread, 'sectionId' | 'amendmentId' | 'place' | 'quote'> & {
  readonly marked: Marked | null
}

/** What the section's open rooms are told of a mark that was set, and how long the log is that it was written to. */
type Marked = { readonly update: Uint8Array; readonly rows: number }

/** Where the thread is, once its place is known to be there and its words, if it has some, are marked. */
async function setOn(
  tx: Database,
  actor: Actor,
  proposalId: string,
  { threadId, place }: { threadId: string; place: ThreadPlace },
): Promise<Outcome<SetOn>> {
  const nowhere = { sectionId: null, amendmentId: null, place: null, quote: null, marked: null }
  if (place.kind === 'text' || place.kind === 'section') {
    const { sectionId } = place
    if (!(await sectionExists(tx, actor, proposalId, sectionId))) return notFound
    if (place.kind === 'section') return done({ ...nowhere, sectionId })
    const marked = await markText(tx, actor, place, threadId)
    if (!marked) return textChanged
    return done({
      ...nowhere,
      sectionId,
      marked,
      quote: place.quote.replaceAll(figureCharacter, '…').replaceAll(noteCharacter, ''),
    })
  }
  const ref =
    place.kind === 'amendment'
      ? { kind: place.kind, id: place.amendmentId }
      : { kind: place.kind, id: place.place }
  const draft = await loadDraft(actor, proposalId, tx)
  const found = draft && placesIn(draft).get(placeKey(ref))
  if (!found) return notFound
  return done(
    ref.kind === 'amendment'
      ? { ...nowhere, amendmentId: ref.id }
      : { ...nowhere, place: ref.id, quote: found.quote },
  )
}

/** The update that sets the mark, written to the log; null where the words no longer stand there. */
async function markText(
  tx: Database,
  actor: Actor,
  place: Extract<ThreadPlace, { kind: 'text' }>,
  threadId: string,
): Promise<Marked | null> {
  const logs = await readLogs(actor.groupId, [place.sectionId])
  const rows = logs.get(place.sectionId) ?? []
  const doc = docOf(rows)
  const before = Y.encodeStateVector(doc)
  const anchor = {
    from: Buffer.from(place.from, 'base64'),
    to: Buffer.from(place.to, 'base64'),
    quote: place.quote,
  }
  if (!placeThread(doc, anchor, threadId)) return null
  const update = Y.encodeStateAsUpdate(doc, before)
  await insertUpdate(tx, actor, place.sectionId, update, false)
  return { update, rows: rows.length }
}
