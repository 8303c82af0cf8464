import type { Amendment, Change, ChangeType } from './amendment'

/** What decides whether an amendment counts. */
export type Counted = Pick<Amendment, 'id' | 'state' | 'replaces'>

/**
 * The amendments that count: adopted, and not replaced by another adopted one. Of a chain of replacements the last one
 * counts; of a circle none does, and C14 names it.
 */
export function inForce<T extends Counted>(amendments: readonly T[]): T[] {
  const adopted = amendments.filter(({ state }) => state === 'adopted')
  const replaced = new Set<string>()
  for (const { replaces } of adopted) if (replaces !== undefined) replaced.add(replaces)
  return replaced.size === 0 ? adopted : adopted.filter(({ id }) => !replaced.has(id))
}

/** An amendment of one kind. */
export type OfType<A, T extends ChangeType> = A & { readonly change: Extract<Change, { type: T }> }

export const isOf = <A extends { readonly change: Change }, T extends ChangeType>(
  amendment: A,
  type: T,
): amendment is OfType<A, T> => amendment.change.type === type

/** Those of the kind, in their order. */
export const ofType = <A extends { readonly change: Change }, T extends ChangeType>(
  amendments: readonly A[],
  type: T,
): OfType<A, T>[] => amendments.filter(amendment => isOf(amendment, type))

/** The one that counts of a kind that may be in force once: that with the highest number. */
export function lastOf<T extends ChangeType>(
  counted: readonly Amendment[],
  type: T,
): Extract<Change, { type: T }> | undefined {
  let last: OfType<Amendment, T> | undefined
  for (const amendment of counted)
    if (isOf(amendment, type) && (!last || amendment.number >= last.number)) last = amendment
  return last?.change
}
