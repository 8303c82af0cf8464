import type { Role } from './policy'

/** The roles in the words of the screen. */
export const roleName: Record<Role, string> = {
  drafter: 'Skribent',
  reviewer: 'Granskare',
  secretary: 'Sekreterare',
  leader: 'Gruppledare',
  admin: 'Administratör',
}
