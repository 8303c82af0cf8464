import { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { once } from '~/once.server'

type StoredFramework = { readonly framework: Framework; readonly frameworkHash: string }

/** Large ones take some MB each. */
const mostKept = 20

/** Frameworks as they were read, by their group and the ids of their rows, the one used last at the end. */
const kept = once('frameworks', () => new Map<string, StoredFramework>())

/**
 * The framework, and its hash, of a row that the group's own proposal names. A row never changes, a correction writes a new one: it is
 * read and checked once. Nobody may change what is returned, since others are shown it too: it is frozen.
 */
export async function storedFramework(
  { groupId }: Actor,
  id: string,
  database: Database,
): Promise<StoredFramework> {
  const key = `${groupId} ${id}`
  const stored = kept.get(key) ?? (await readFramework(id, groupId, database))
  kept.delete(key)
  kept.set(key, stored)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return stored
}

async function readFramework(
  id: string,
  groupId: string,
  database: Database,
): Promise<StoredFramework> {
  const { content, hash } = await database.framework.findFirstOrThrow({
    where: { id, groupId },
    select: { content: true, hash: true },
  })
  return { framework: frozen(Framework.parse(content)), frameworkHash: hash }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
