import { db, type Database } from '~/db.server'
import { lockGroup } from '~/group/store.server'
import type { Actor, Role } from '~/group/policy'

/** The group's invitations that can still be used, oldest first. */
export function listInvitations({ groupId }: Actor, now: Date) {
  return db.invitation.findMany({
    where: { groupId, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, name: true, email: true, roles: true, expiresAt: true },
    orderBy: { createdAt: 'asc' },
  })
}

type NewInvitation = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: Role[]
  readonly tokenHash: string
  readonly expiresAt: Date
}

/** Stores an invitation in place of older ones to the same address. False if that is a member's already. */
export function saveInvitation({ groupId }: Actor, invitation: NewInvitation): Promise<boolean> {
  const { email } = invitation
  return db.$transaction(async tx => {
    await lockGroup(tx, groupId)
    if (await isMember(tx, groupId, email)) return false
    await tx.invitation.deleteMany({ where: { groupId, email, usedAt: null } })
    await tx.invitation.create({ data: { ...invitation, groupId } })
    return true
  })
}

/** Takes back an invitation that is not used. False if the group has none such. */
export async function deleteInvitation({ groupId }: Actor, id: string): Promise<boolean> {
  const { count } = await db.invitation.deleteMany({ where: { id, groupId, usedAt: null } })
  return count > 0
}

/** The invitation behind a link, while it can be used. Looking does not use it: mail scanners look. */
export async function findInvitation(tokenHash: string, now: Date) {
  const row = await db.invitation.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { name: true, email: true, roles: true, group: { select: { name: true } } },
  })
  if (!row) return null
  const { group, ...invitation } = row
  return { ...invitation, groupName: group.name }
}

/** Uses an invitation once, and makes its member. Null if it cannot be used (any more). */
export function consumeInvitation(
  tokenHash: string,
  member: { id: string; name: string; passwordHash: string },
  now: Date,
): Promise<string | null> {
  return db.$transaction(async tx => {
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) return null
    const { groupId, email, roles } = await tx.invitation.findUniqueOrThrow({
      where: { tokenHash },
    })
    await lockGroup(tx, groupId)
    if (await isMember(tx, groupId, email)) return null
    const { id, name, passwordHash } = member
    // someone who comes back after a removal is the same member, with the same name beside older comments
    const { id: memberId } = await tx.member.upsert({
      where: { groupId_email: { groupId, email } },
      create: { id, groupId, email, name, roles, passwordHash },
      update: { name, roles, passwordHash, removedAt: null },
      select: { id: true },
    })
    return memberId
  })
}

async function isMember(tx: Database, groupId: string, email: string): Promise<boolean> {
  return (await tx.member.count({ where: { groupId, email, removedAt: null } })) > 0
}

/** Whether a group has ever been set up with a link. */
export async function isSetUp(): Promise<boolean> {
  return (await db.setupLink.count({ where: { usedAt: { not: null } } })) > 0
}

/** Stores a setup link in place of those that were not used. */
export async function saveSetupLink(tokenHash: string, expiresAt: Date): Promise<void> {
  await db.$transaction([
    db.setupLink.deleteMany({ where: { usedAt: null } }),
    db.setupLink.create({ data: { tokenHash, expiresAt } }),
  ])
}

export async function isSetupLink(tokenHash: string, now: Date): Promise<boolean> {
  const where = { tokenHash, usedAt: null, expiresAt: { gt: now } }
  return (await db.setupLink.count({ where })) > 0
}

/** Uses a setup link once, and makes the group and its first member. False if it cannot be used (any more). */
export function consumeSetupLink(
  tokenHash: string,
  group: { id: string; name: string },
  member: { id: string; name: string; email: string; roles: Role[]; passwordHash: string },
  now: Date,
): Promise<boolean> {
  return db.$transaction(async tx => {
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) return false
    await tx.group.create({ data: group })
    await tx.member.create({ data: { ...member, groupId: group.id } })
    return true
  })
}
