import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, refused, type Outcome } from '~/outcome'
import { mentionedIn } from './mention'
import type { Saying } from './thread'
import { insertComment, insertMentions, presentMembers, threadOfSent } from './thread-store.server'

const mostMentioned = 50

const stranger = refused({
  kind: 'invalid',
  field: 'body',
  message:
    'En av dem som nämns är inte med i gruppen. Ta bort namnet, eller skriv @ och välj i listan.',
})

const tooMany = refused({
  kind: 'invalid',
  field: 'body',
  message: `En kommentar kan nämna högst ${mostMentioned} medlemmar. Ta bort några namn.`,
})

/**
 * Does what saves a comment, or nothing where the member has sent that very comment before. The proposal's row is locked
 * meanwhile, so that of two at once one comes first.
 */
export async function sayOnce<T extends { readonly threadId: string }>(
  tx: Database,
  actor: Actor,
  said: { readonly proposalId: string; readonly sent?: string | undefined },
  say: () => Promise<Outcome<T>>,
): Promise<Outcome<T | { readonly threadId: string }>> {
  const sent = sentName(said)
  const threadId = sent && (await threadOfSent(tx, actor, sent))
  return threadId ? done({ threadId }) : say()
}

const sentName = ({ proposalId, sent }: { proposalId: string; sent?: string | undefined }) =>
  sent ? `${proposalId}.${sent}` : null

/** Saves a comment of a thread, inside a change. Whom it names has to be a member of the group. */
export async function saveComment(
  tx: Database,
  actor: Actor,
  { threadId, proposalId, body, sent, now }: Saying & { threadId: string; proposalId: string },
): Promise<Outcome<{ threadId: string }>> {
  const mentioned = mentionedIn(body)
  if (mentioned.length > mostMentioned) return tooMany
  const present = await presentMembers(tx, actor, mentioned)
  if (present.length < mentioned.length) return stranger
  const id = newId()
  const name = sentName({ proposalId, sent })
  await insertComment(tx, actor, { id, threadId, body, sent: name, createdAt: now })
  await insertMentions(tx, actor, id, mentioned)
  return done({ threadId })
}
