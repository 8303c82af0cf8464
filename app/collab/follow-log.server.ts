import type { Document, Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { events } from '~/events.server'
import { readNews, type LogMark } from './log-store.server'
import type { RoomContext } from './room.server'

const every = 2_000

/**
 * Brings into the open rooms what the log has and they have not heard of: what the server wrote on another instance,
 * what came while Redis was away, and what an instance acknowledged and did not live to tell.
 */
export function followLog({ documents }: Hocuspocus<RoomContext>): void {
  const marks = new WeakMap<Document, LogMark>()

  async function read(rooms: readonly Document[]) {
    const asked = rooms.flatMap(document => {
      const [connection] = document.getConnections()
      if (!connection) return []
      const { groupId } = (connection.context as RoomContext).actor
      return [{ document, groupId, sectionId: document.name, mark: marks.get(document) }]
    })
    if (asked.length === 0) return
    const news = await readNews(asked)
    for (const { document, sectionId } of asked) {
      const { updates, mark } = news(sectionId)
      marks.set(document, mark)
      if (updates.length === 0) continue
      document.transact(() => updates.forEach(update => Y.applyUpdate(document, update)), {
        source: 'local',
        skipStoreHooks: true,
      })
    }
  }

  const readOrSay = (rooms: readonly Document[]) =>
    void read(rooms).catch(reason => console.error('Loggen gick inte att läsa om:', reason))

  setInterval(() => readOrSay([...documents.values()]), every).unref()
  events.on('instances met', () => readOrSay([...documents.values()]))
  events.on('section written', ({ sectionId }) => {
    const room = documents.get(sectionId)
    if (room) readOrSay([room])
  })
}
