/** The list with one of its entries at another place: `to` counts from 0, and is held inside the list. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  to: number,
): T[] {
  const one = list.find(candidate => candidate.id === id)
  if (!one) return [...list]
  const others = list.filter(candidate => candidate.id !== id)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, one)
}
