import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, refused, type Outcome } from '~/outcome'
import { mentionedIn } from './mention'
import { insertComment, insertMentions, presentMembers } from './thread-store.server'

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

/** Saves a comment of a thread, inside a change. Whom it names has to be a member of the group. */
export async function saveComment(
  tx: Database,
  actor: Actor,
  { threadId, body, now }: { threadId: string; body: string; now: Date },
): Promise<Outcome<null>> {
  const mentioned = mentionedIn(body)
  if (mentioned.length > mostMentioned) return tooMany
  const present = await presentMembers(tx, actor, mentioned)
  if (present.length < mentioned.length) return stranger
  const id = newId()
  await insertComment(tx, actor, { id, threadId, body, createdAt: now })
  await insertMentions(tx, actor, id, mentioned)
  return done(null)
}
