import type { Doc } from 'yjs'
import type { Database } from '~/db.server'
import type { Action, Actor } from '~/group/policy'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { holdTexts, readLogs } from './log-store.server'
import { applyToRoom } from './room.server'
import { docOf } from './section-doc'
import { insertUpdate } from './section-store.server'
import type { SeenSuggestion } from './settle-form'
import { settle, type Verdict } from './settle-suggestions'
import { suggestionsIn } from './suggested-text'
import { wordingHash, type Suggestion } from './suggestion'
import { sectionExists } from './thread-store.server'

type Settle = { readonly sectionId: string; readonly seen: readonly SeenSuggestion[] }

/**
 * Accepts or rejects suggestions, all or none. One that reads otherwise than its reader saw it, since somebody has typed
 * inside it, is asked about again. Returns how many there were: another may have settled some of them.
 */
export const settleSuggestions = (
  actor: Actor,
  proposalId: string,
  { verdict, ...asked }: Settle & { verdict: Verdict },
): Promise<Outcome<{ settled: number }>> => change(actor, proposalId, 'write-text', asked, verdict)

/** Takes back suggestions of one's own: for those who may not settle what others suggest. */
export const withdrawSuggestions = (
  actor: Actor,
  proposalId: string,
  asked: Settle,
): Promise<Outcome<{ settled: number }>> =>
  change(actor, proposalId, 'suggest-text', asked, 'withdraw')

async function change(
  actor: Actor,
  proposalId: string,
  action: Action,
  { sectionId, seen }: Settle,
  verdict: Verdict | 'withdraw',
): Promise<Outcome<{ settled: number }>> {
  const outcome = await changeProposal(actor, proposalId, action, async tx => {
    if (!(await sectionExists(tx, actor, proposalId, sectionId))) return notFound
    await holdTexts(tx, proposalId)
    const logs = await readLogs(actor.groupId, [sectionId])
    const doc = docOf(logs.get(sectionId) ?? [])
    const found = asSeen(suggestionsIn(doc), seen)
    if (!found.ok) return found
    if (verdict === 'withdraw' && found.value.some(({ authorId }) => authorId !== actor.memberId))
      return forbidden
    const updates = await write(tx, actor, { sectionId, doc, seen, verdict })
    return done({ updates, settled: found.value.length })
  })
  if (!outcome.ok) return outcome
  const { updates, settled } = outcome.value
  for (const update of updates) await applyToRoom(sectionId, update)
  return done({ settled })
}

/** Those that still stand, where each reads as it did. */
function asSeen(
  open: readonly Suggestion[],
  seen: readonly SeenSuggestion[],
): Outcome<Suggestion[]> {
  const wordings = new Map(seen.map(({ id, wording }) => [id, wording]))
  const standing = open.filter(({ id }) => wordings.has(id))
  return standing.every(one => wordingHash(one) === wordings.get(one.id))
    ? done(standing)
    : typedInside
}

type Write = Settle & { readonly doc: Doc; readonly verdict: Verdict | 'withdraw' }

/** The updates that the settling makes, written to the log. */
async function write(tx: Database, actor: Actor, { sectionId, doc, seen, verdict }: Write) {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const ids = new Set(seen.map(({ id }) => id))
  settle(doc, ids, verdict === 'accept' ? 'accept' : 'reject')
  for (const update of updates) await insertUpdate(tx, actor, sectionId, update)
  return updates
}

const typedInside = refused({
  kind: 'conflict',
  message:
    'Någon har skrivit i förslaget sedan du läste det. Inget är ändrat. Läs hur det lyder nu och välj igen.',
})
