import type { Status } from './policy'

/** The statuses in the words of the screen. */
export const statusName: Record<Status, string> = {
  draft: 'Utkast',
  review: 'Granskning',
  locked: 'Låst',
  submitted: 'Inlämnad',
}
