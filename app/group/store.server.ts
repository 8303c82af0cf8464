import { db, type Database } from '~/db.server'
import { leavesNoAdmin } from './admin'
import type { Actor, Role } from './policy'

export async function loadGroupName({ groupId }: Actor): Promise<string> {
  const { name } = await db.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { name: true },
  })
  return name
}

/** The names of the group's members by id, also of those who were removed: what they wrote is still theirs. */
export async function memberNames({ groupId }: Actor): Promise<Record<string, string>> {
  const members = await db.member.findMany({ where: { groupId }, select: { id: true, name: true } })
  return Object.fromEntries(members.map(({ id, name }) => [id, name]))
}

/** Names and ids of the members of the actor's group that have not been removed, by name. */
export function listNames({ groupId }: Actor): Promise<{ id: string; name: string }[]> {
  return db.member.findMany({
    where: { groupId, removedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** The members of the actor's group that have not been removed, by name. */
export function listMembers({ groupId }: Actor) {
  return db.member.findMany({
    where: { groupId, removedAt: null },
    select: { id: true, name: true, email: true, roles: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** Others who change the group's members wait until the transaction ends: who is admin is decided on what is true. */
export async function lockGroup(tx: Database, groupId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Group" WHERE "id" = ${groupId} FOR UPDATE`
}

type Kept = 'saved' | 'unknown' | 'last admin'

export function saveRoles(actor: Actor, memberId: string, roles: Role[]): Promise<Kept> {
  return changeMember(actor, memberId, roles, async tx => {
    await tx.member.updateMany({
      where: { id: memberId, groupId: actor.groupId },
      data: { roles },
    })
  })
}

/** The member keeps the name beside what they wrote; the roles and the sessions go. */
export function saveRemoval(actor: Actor, memberId: string, now: Date): Promise<Kept> {
  return changeMember(actor, memberId, [], async tx => {
    await tx.member.updateMany({
      where: { id: memberId, groupId: actor.groupId },
      data: { roles: [], removedAt: now },
    })
    await tx.session.deleteMany({ where: { memberId } })
  })
}

function changeMember(
  { groupId }: Actor,
  memberId: string,
  roles: readonly Role[],
  save: (tx: Database) => Promise<void>,
): Promise<Kept> {
  return db.$transaction(async tx => {
    await lockGroup(tx, groupId)
    const members = await tx.member.findMany({
      where: { groupId, removedAt: null },
      select: { id: true, roles: true },
    })
    if (!members.some(({ id }) => id === memberId)) return 'unknown'
    if (leavesNoAdmin(members, memberId, roles)) return 'last admin'
    await save(tx)
    return 'saved'
  })
}
