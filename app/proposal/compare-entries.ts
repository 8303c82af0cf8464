import { comparePlain } from './compare-text'
import type { Piece } from './compare-words'

/** A short text that differs, with what it is about: a goal's title, an indicator's target, a clause. */
export type WordingDifference = {
  readonly label: string
  readonly kind: 'added' | 'removed' | 'rewritten'
  readonly pieces: readonly Piece[]
}

/** A short text under the id that tells it from others, with the label that a reader knows it by. */
export type Entry = { readonly id: string; readonly label: string; readonly text: string }

/** The texts that were added, removed and reworded, in the later order; the removed ones last. */
export function compareEntries(
  before: readonly Entry[],
  after: readonly Entry[],
): WordingDifference[] {
  const old = new Map(before.map(({ id, text }) => [id, text]))
  const kept = new Set(after.map(({ id }) => id))
  const now = after.flatMap(({ id, label, text }): WordingDifference[] => {
    const was = old.get(id)
    const pieces = comparePlain(was ?? '', text)
    return pieces ? [{ label, kind: was === undefined ? 'added' : 'rewritten', pieces }] : []
  })
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map(({ label, text }): WordingDifference => ({
      label,
      kind: 'removed',
      pieces: comparePlain(text, '') ?? [],
    }))
  return [...now, ...removed]
}
