import { EventEmitter } from 'node:events'
import type { Present } from './collab/live-message'
import { once } from './once.server'

/** What one part of the process tells the others, after the commit that made it true. */
type Events = {
  /** Figures, goals, sections, threads or versions of a proposal changed: open pages load again. */
  'proposal changed': [
    {
      groupId: string
      proposalId: string
      revision: number
      by: { memberId: string; name: string }
    },
  ]
  /** Text of a proposal was written, and its writers drew breath. */
  'text changed': [{ groupId: string; proposalId: string }]
  /** The server itself wrote into a section's text. */
  'section written': [{ sectionId: string }]
  /** Who has a proposal open on an instance of the app: said when it changes, and with every breath. */
  'members present': [
    { instance: string; groupId: string; proposalId: string; members: readonly Present[] },
  ]
  /** The instances of the app hear each other (again): what was missed meanwhile is in the database. */
  'instances met': []
  /** A member was removed, or got other roles: their sockets are judged again, at once. */
  'access changed': [{ groupId: string; memberId: string; removed: boolean }]
}

/** Lower nouns tell here what higher ones listen for, so that the arrows between nouns never turn. */
export const events = once('events', () => {
  const emitter = new EventEmitter<Events>()
  emitter.setMaxListeners(0)
  return emitter
})
