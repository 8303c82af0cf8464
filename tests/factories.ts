import { demoFramework } from '../prisma/demo/framework'
import type { Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { db } from '~/db.server'
import type { Actor, Role } from '~/group/policy'
import { newId } from '~/identifier.server'
import { addAmendment } from '~/proposal/add-amendment.server'
import { createProposal } from '~/proposal/create-proposal.server'
import type { Outcome } from '~/outcome'

/** The value of an outcome that the test takes for granted. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`Refused: ${outcome.fault.message}`)
}

/** A group of its own for each call, so that tests in one database do not meet. */
export async function buildGroup(name = 'Partigruppen'): Promise<{ id: string; name: string }> {
  return db.group.create({ data: { id: newId(), name }, select: { id: true, name: true } })
}

/** A member of the group, as who acts. Their password is never right: sign-in has tests of its own. */
export async function buildMember(
  group: { readonly id: string },
  roles: Role[] = ['drafter'],
  name: string = roles.join(' '),
): Promise<Actor> {
  const id = newId()
  await db.member.create({
    data: { id, groupId: group.id, email: `${id}@example.org`, name, roles, passwordHash: '-' },
  })
  return { memberId: id, groupId: group.id, name, roles }
}

/** A proposal on the demo's framework, with the group that lays it and a member for each role. */
export async function buildProposal({
  framework = demoFramework,
  title = 'Mer till skolan',
}: { framework?: Framework; title?: string } = {}) {
  const group = await buildGroup()
  const [drafter, reviewer, secretary, admin] = await Promise.all([
    buildMember(group, ['drafter']),
    buildMember(group, ['reviewer']),
    buildMember(group, ['secretary']),
    buildMember(group, ['admin']),
  ])
  const { proposalId } = valueOf(await createProposal(secretary, { title, framework }))
  return { group, proposalId, drafter, reviewer, secretary, admin }
}

/** An adopted amendment of the proposal. */
export async function buildAmendment(
  actor: Actor,
  proposalId: string,
  change: Change,
  motivation = 'För att det behövs.',
) {
  return valueOf(
    await addAmendment(actor, proposalId, { change, motivation, section: null }, new Date()),
  )
}
