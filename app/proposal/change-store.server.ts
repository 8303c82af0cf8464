import { db, type Database } from '~/db.server'
import { events } from '~/events.server'
import { can, statusesFor, type Action, type Actor, type Status } from '~/group/policy'
import { forbidden, notFound, refused, type Fault, type Outcome } from '~/outcome'

/** The proposal inside a change: `revision` is the one that the change makes. */
export type ChangingProposal = {
  readonly id: string
  readonly status: Status
  readonly revision: number
  readonly frameworkId: string
}

/** Rolls the transaction back and carries the reason out of it. */
class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message)
  }
}

/**
 * Every change of a proposal goes through here: the row is locked, so that changes of one proposal come one after the
 * other; role and status are judged inside the transaction; a refusal leaves nothing behind; and only after the commit
 * are the open pages told of the new revision.
 */
export async function changeProposal<T>(
  actor: Actor,
  proposalId: string,
  action: Action,
  work: (tx: Database, proposal: ChangingProposal) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    const { value, revision } = await db.$transaction(async tx => {
      const proposal = await lock(tx, actor, proposalId)
      if (!proposal) throw new Refusal(notFound.fault)
      if (!can(actor, action, proposal.status))
        throw new Refusal(closedFault(actor, action, proposal.status))
      const outcome = await work(tx, proposal)
      if (!outcome.ok) throw new Refusal(outcome.fault)
      return { value: outcome.value, revision: proposal.revision }
    })
    tell(actor, proposalId, revision)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof Refusal) return refused(error.fault)
    throw error
  }
}

/** Why not: the role may never, or the status is in the way. */
function closedFault(actor: Actor, action: Action, status: Status): Fault {
  if (!can(actor, action) || statusesFor(action).includes(status)) return forbidden.fault
  return { kind: 'forbidden', message: closed[status] }
}

const closed: Record<Status, string> = {
  draft: 'Det går inte medan förslaget är ett utkast.',
  review: 'Det går inte medan förslaget är på granskning.',
  locked: 'Förslaget är låst. Gruppledaren kan låsa upp det under Läge.',
  submitted: 'Förslaget är inlämnat och kan inte ändras.',
}

async function lock(
  tx: Database,
  actor: Actor,
  proposalId: string,
): Promise<ChangingProposal | null> {
  const where = { id: proposalId, groupId: actor.groupId }
  const { count } = await tx.proposal.updateMany({
    where,
    data: { revision: { increment: 1 }, changedAt: new Date() },
  })
  if (count === 0) return null
  return tx.proposal.findFirst({
    where,
    select: { id: true, status: true, revision: true, frameworkId: true },
  })
}

function tell({ groupId, memberId, name }: Actor, proposalId: string, revision: number) {
  events.emit('proposal changed', { groupId, proposalId, revision, by: { memberId, name } })
}
