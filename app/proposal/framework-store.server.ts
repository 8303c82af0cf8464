import { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { once } from '~/once.server'

/** Large ones take some MB each. */
const mostKept = 20

/** Frameworks as they were read, by their group and the ids of their rows, the one used last at the end. */
const kept = once('frameworks', () => new Map<string, Framework>())

/**
 * The framework of a row that the group's own proposal names. A row never changes, a correction writes a new one: it is
 * read and checked once. Nobody may change what is returned, since others are shown it too: it is frozen.
 */
export async function storedFramework(
  { groupId }: Actor,
  id: string,
  database: Database,
): Promise<Framework> {
  const key = `${groupId} ${id}`
  const framework = kept.get(key) ?? (await readFramework(id, groupId, database))
  kept.delete(key)
  kept.set(key, framework)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return framework
}

async function readFramework(id: string, groupId: string, database: Database): Promise<Framework> {
  const { content } = await database.framework.findFirstOrThrow({
    where: { id, groupId },
    select: { content: true },
  })
  return frozen(Framework.parse(content))
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
