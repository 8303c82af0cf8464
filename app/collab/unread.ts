import * as Y from 'yjs'
import { textsOf } from './anchor'
import { applyReadable, docOf, textFragment } from './section-doc'

/**
 * A reader's state of a text with what they have written themselves since: so that their own words are no news. What
 * they wrote inside another's unread words cannot stand there yet; Yjs keeps it waiting in the state.
 */
export const withOwn = (state: Uint8Array, own: readonly Uint8Array[]): Uint8Array =>
  own.length === 0 ? state : Y.encodeStateAsUpdate(docOf([state, ...own]))

/**
 * Replays rows of a log upon a state. `changes` says what each row did: a browser that comes back sends all deletions
 * that it knows of, and those of others are not its member's own.
 */
export function replay(state: Uint8Array | null, rows: readonly Uint8Array[]) {
  const doc = docOf(state ? [state] : [])
  let change: Uint8Array | null = null
  doc.on('update', (update: Uint8Array) => (change = update))
  const changes = rows.map((row): Uint8Array | null => {
    change = null
    applyReadable(doc, row)
    // what waits for another row did nothing yet: it is taken as it came
    return change ?? (doc.store.pendingStructs ? row : null)
  })
  return { doc, changes }
}

/** The state of a text that nobody has read anything of. */
export const unreadState = (): Uint8Array => Y.encodeStateAsUpdate(new Y.Doc())

type Range = { readonly client: number; readonly from: number; readonly to: number }

/** Takes out of `now`, a copy, the words of the reader's own that their state holds waiting. */
export function dropWaiting(now: Y.Doc, read: Y.Doc): void {
  const ranges = waitingIn(read)
  if (ranges.length === 0) return
  now.transact(() => {
    for (const text of textsOf(textFragment(now)))
      for (const { at, length } of partsIn(text, ranges).toReversed()) text.delete(at, length)
  })
}

function waitingIn({ store }: Y.Doc): Range[] {
  if (!store.pendingStructs) return []
  return Y.decodeUpdateV2(store.pendingStructs.update).structs.flatMap(struct =>
    struct instanceof Y.Item
      ? [
          {
            client: struct.id.client,
            from: struct.id.clock,
            to: struct.id.clock + struct.length,
          },
        ]
      : [],
  )
}

/** Where in the text the ranges' characters stand. */
function partsIn(text: Y.XmlText, ranges: readonly Range[]): { at: number; length: number }[] {
  const parts: { at: number; length: number }[] = []
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    for (const range of ranges) {
      const from = Math.max(clock, range.from)
      const to = Math.min(clock + item.length, range.to)
      if (range.client === client && from < to)
        parts.push({ at: at + from - clock, length: to - from })
    }
    at += item.length
  }
  return parts.toSorted((a, b) => a.at - b.at)
}
