const kept = globalThis as typeof globalThis & { skuggbudget?: Map<string, unknown> }

/**
 * What must exist once in the process (rooms, the database client), though development loads an edited module again:
 * made by the first call, returned by every later one.
 */
export function once<T>(name: string, make: () => T): T {
  const all = (kept.skuggbudget ??= new Map())
  if (!all.has(name)) all.set(name, make())
  return all.get(name) as T
}
