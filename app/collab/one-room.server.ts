import type { Extension } from '@hocuspocus/server'
import type { RoomContext } from './room.server'

/**
 * Holds a section to one room. Hocuspocus closes rooms by name: a late closing of an old one, as when the database was
 * away, takes the new one off its list, and who comes then gets a third. Both would write into the log, and neither see
 * what the other writes.
 */
export function oneRoom(): Extension<RoomContext> {
  return {
    async beforeUnloadDocument({ instance, documentName, document }) {
      // without words, as Hocuspocus logs them: the old room is gone already
      if (instance.documents.get(documentName) !== document) throw new Error()
    },

    async beforeHandleMessage({ instance, documentName, document, context }) {
      if (instance.documents.get(documentName) === document) return
      context.comeBack()
      throw new Error('the room was closed')
    },
  }
}
