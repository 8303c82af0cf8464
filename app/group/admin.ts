import type { Role } from './policy'

type Membership = { readonly id: string; readonly roles: readonly Role[] }

/** Whether the group would stand without an admin once the member has `roles` (none = removed): then nobody could let anyone in. */
export function leavesNoAdmin(
  members: readonly Membership[],
  memberId: string,
  roles: readonly Role[],
): boolean {
  const after = members.map(member => (member.id === memberId ? { ...member, roles } : member))
  return !after.some(member => member.roles.includes('admin'))
}
