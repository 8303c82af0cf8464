import * as Y from 'yjs'
import { isSuggestedBy } from './kept-marks'
import { textFragment } from './section-doc'

/**
 * Keeps what others write out of the deletions that the member suggests. Yjs puts a character under the marks around its
 * place, also under a deletion that its author had not heard of: accepted, it would take words away that nobody wanted
 * gone. The page that suggested knows that they came after, and takes its mark from them.
 * @returns what ends it.
 */
export function keepWrittenBeside(doc: Y.Doc, memberId: string): () => void {
  const fragment = textFragment(doc)
  const hear = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    { local, beforeState }: Y.Transaction,
  ) => {
    if (local) return
    const texts = events.flatMap(({ target }) => (target instanceof Y.XmlText ? [target] : []))
    const covered = texts.flatMap(text =>
      coveredIn(text, memberId, item => item.id.clock >= (beforeState.get(item.id.client) ?? 0)),
    )
    if (covered.length === 0) return
    doc.transact(() => {
      for (const { text, at, length, key } of covered) text.format(at, length, { [key]: null })
    })
  }
  fragment.observeDeep(hear)
  return () => fragment.unobserveDeep(hear)
}

type Covered = { text: Y.XmlText; at: number; length: number; key: string }

/** Words that have just come, under a deletion of the member's that was there before them. */
function coveredIn(text: Y.XmlText, memberId: string, isNew: (item: Y.Item) => boolean): Covered[] {
  const found: Covered[] = []
  const known = new Map<string, boolean>()
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content
      if (!isSuggestedBy(memberId, 'deletion', key, value)) known.delete(key)
      else known.set(key, !isNew(item))
    } else if (item.countable) {
      if (isNew(item))
        for (const [key, isOld] of known)
          if (isOld) found.push({ text, at, length: item.length, key })
      at += item.length
    }
  }
  return found
}
