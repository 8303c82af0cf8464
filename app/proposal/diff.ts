/** A JSON value that differs between two documents. What one of them lacks is null. */
export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown }

/**
 * The net changes from one document to another, each at the deepest place that holds it: `amendments.a4.change.amounts.0`.
 * Lists whose entries all carry an id of their own are compared by id, so that a moved or added entry is one change.
 */
export function diff(before: unknown, after: unknown): Change[] {
  const changes: Change[] = []
  compare(before, after, [], changes)
  return changes
}

type Fields = Readonly<Record<string, unknown>>

function compare(
  before: unknown,
  after: unknown,
  path: readonly string[],
  changes: Change[],
): void {
  if (Object.is(before, after)) return
  const left = fieldsOf(before)
  const right = fieldsOf(after)
  if (left === null || right === null || !alike(left, right)) {
    changes.push({ path: path.join('.'), before: before ?? null, after: after ?? null })
    return
  }
  for (const name of new Set([...left.fields.keys(), ...right.fields.keys()]))
    compare(left.fields.get(name), right.fields.get(name), [...path, name], changes)
  if (left.kind === 'ids') compareOrder(left.fields, right.fields, path, changes)
}

/** Entries that both have, in another order: one change, of the order. */
function compareOrder(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: readonly string[],
  changes: Change[],
): void {
  const from = [...before.keys()].filter(id => after.has(id))
  const to = [...after.keys()].filter(id => before.has(id))
  if (from.some((id, i) => id !== to[i]))
    changes.push({ path: [...path, 'order'].join('.'), before: from, after: to })
}

/** An empty list is alike to any other list: what the other has was added or removed, entry by entry. */
const alike = (left: Shape, right: Shape): boolean =>
  left.kind === right.kind ||
  (left.kind !== 'fields' && right.kind !== 'fields' && left.fields.size * right.fields.size === 0)

type Shape = { kind: 'fields' | 'list' | 'ids'; fields: ReadonlyMap<string, unknown> }

function fieldsOf(value: unknown): Shape | null {
  if (Array.isArray(value)) {
    const entries: unknown[] = value
    const ids = entries.map(idOf)
    const named = ids.every(id => id !== null) && new Set(ids).size === ids.length
    return {
      kind: named && ids.length > 0 ? 'ids' : 'list',
      fields: new Map(entries.map((entry, i) => [named ? String(ids[i]) : String(i), entry])),
    }
  }
  return isFields(value) ? { kind: 'fields', fields: new Map(Object.entries(value)) } : null
}

const idOf = (entry: unknown): string | null =>
  isFields(entry) && typeof entry.id === 'string' ? entry.id : null

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
