import type { Actor } from '~/group/policy'
import type { Draft } from './draft'
import { loadDraft } from './store.server'

/** Reads a member's draft, or what another loader of the same request has read. */
export type LoadDraft = (actor: Actor, proposalId: string) => Promise<Draft | null>

const drafts = new WeakMap<object, Map<string, Promise<Draft | null>>>()

/**
 * For the loaders of one request, which run beside each other: a page and its frame read the draft once, and never show
 * two revisions of it. Not for a command, which reads what stands under its lock.
 * @param request what the request's loaders share, Remix's context.
 */
export const draftsOf =
  (request: object): LoadDraft =>
  (actor, proposalId) => {
    const known = drafts.get(request) ?? new Map<string, Promise<Draft | null>>()
    drafts.set(request, known)
    const key = JSON.stringify([actor.groupId, actor.memberId, proposalId])
    const draft = known.get(key) ?? loadDraft(actor, proposalId)
    known.set(key, draft)
    return draft
  }
