import type { PoolClient } from 'pg'
import { unreadState, withOwn } from './unread'

/** A row of the log that is merged. */
export type WrittenRow = {
  readonly id: string
  readonly memberId: string | null
  /** What the row did, which may be less than it says. */
  readonly change: Uint8Array | null
  readonly at: Date
  readonly words: boolean
}
type Place = { readonly sectionId: string; readonly groupId: string }

/**
 * What readers need of rows before these are merged away, in the transaction that merges them: who wrote last and when,
 * and, in each writer's own mark, what they wrote since they read, since no member's own words are news to them.
 */
export async function keepForReaders(
  client: PoolClient,
  place: Place,
  rows: readonly WrittenRow[],
): Promise<void> {
  const writers = new Set(rows.flatMap(({ memberId }) => memberId ?? []))
  for (const memberId of [...writers].toSorted()) {
    const own = rows.filter(row => row.memberId === memberId)
    await keepWriter(client, place, memberId, own)
    await keepOwn(client, place, memberId, own)
  }
  await keepTrace(
    client,
    rows.map(({ id }) => id),
  )
}

/** When who wrote, as closely as ten minutes: the first and the last row's time are kept of each. */
async function keepTrace(client: PoolClient, ids: readonly string[]) {
  await client.query(
    `insert into "SectionTrace" ("sectionId", "memberId", "groupId", slot, first, last)
     select u."sectionId", m.id, u."groupId", floor(extract(epoch from u.at) / 600)::bigint as ten, min(u.at), max(u.at)
     from "SectionUpdate" u join "Member" m on m.id = u."memberId"
     where u.id = any($1::bigint[]) and u.words group by u."sectionId", m.id, u."groupId", ten
     on conflict ("sectionId", "memberId", slot) do update
     set first = least("SectionTrace".first, excluded.first), last = greatest("SectionTrace".last, excluded.last)`,
    [ids],
  )
}

async function keepWriter(
  client: PoolClient,
  { sectionId, groupId }: Place,
  memberId: string,
  own: readonly WrittenRow[],
) {
  const last = own.findLast(({ words }) => words)
  if (!last) return
  await client.query(
    `insert into "SectionWriter" ("sectionId", "memberId", "groupId", upto, at)
     select $1, id, $3, $4, $5 from "Member" where id = $2
     on conflict ("sectionId", "memberId") do update set upto = $4, at = $5`,
    [sectionId, memberId, groupId, last.id, last.at],
  )
}

async function keepOwn(
  client: PoolClient,
  { sectionId, groupId }: Place,
  memberId: string,
  own: readonly WrittenRow[],
) {
  const { rows } = await client.query<{ state: Uint8Array; upto: string }>(
    'select state, upto from "SectionMark" where "sectionId" = $1 and "memberId" = $2 for update',
    [sectionId, memberId],
  )
  const [mark] = rows
  const since = own.filter(({ id }) => BigInt(id) > BigInt(mark?.upto ?? 0))
  if (since.length === 0) return
  const state = withOwn(
    mark?.state ?? unreadState(),
    since.flatMap(({ change }) => change ?? []),
  )
  await client.query(
    `insert into "SectionMark" ("sectionId", "memberId", "groupId", state, upto)
     select $1, id, $3, $4, 0 from "Member" where id = $2
     on conflict ("memberId", "sectionId") do update set state = $4`,
    [sectionId, memberId, groupId, Buffer.from(state)],
  )
}
