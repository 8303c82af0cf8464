import * as Y from 'yjs'

/** What an update of a text brings and takes away, read once: every gate looks at the same. */
export type DecodedUpdate = Readonly<ReturnType<typeof Y.decodeUpdate>>

/** @throws where the update is malformed. */
export const decoded = (update: Uint8Array): DecodedUpdate => Y.decodeUpdate(update)
