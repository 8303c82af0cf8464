import type { PoolClient } from 'pg'
import * as Y from 'yjs'
import { pool, type Database } from '~/db.server'
import { statusesFor, type Actor } from '~/group/policy'
import { groupCommit } from './group-commit'
import { keepForReaders, type WrittenRow } from './reader-store.server'
import { replay } from './unread'

/** One acknowledged change of a section's text, and who made it. */
export type LogRow = {
  readonly groupId: string
  readonly sectionId: string
  readonly memberId: string
  readonly update: Uint8Array
}

/**
 * Resolves once the row is committed: nobody may see or be told of a change before that. False where the proposal's
 * status does not allow writing any more.
 */
export const appendToLog = groupCommit<LogRow>(async rows => {
  const { rows: stored } = await pool.query<{ at: number }>({
    // a connection knows a named statement again: this is the way of every keystroke
    name: 'append section updates',
    text: 'select append_section_updates($1, $2, $3, $4, $5) as at',
    values: [
      rows.map(row => row.groupId),
      rows.map(row => row.sectionId),
      rows.map(row => row.memberId),
      rows.map(row => Buffer.from(row.update)),
      statusesFor('write-text'),
    ],
  })
  // the database counts from one
  return new Set(stored.map(({ at }) => at - 1))
})

/** A log is merged once it has grown by this many rows. */
export const compactAfter = 300

/** Until the transaction ends no text of the proposal is stored: what was read is all there is. */
export async function holdTexts(tx: Database, proposalId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${proposalId}, 1))`
}

/** The updates of the group's sections, by section, as they stand at one moment. */
export async function readLogs(
  groupId: string,
  sectionIds: readonly string[],
): Promise<Map<string, Uint8Array[]>> {
  // one statement, for one moment: compaction moves rows into the state meanwhile
  const { rows } = await pool.query<{ sectionId: string; data: Uint8Array }>(
    `select "sectionId", data from (
       select "sectionId", 0 as id, state as data from "SectionState"
       where "groupId" = $1 and "sectionId" = any($2)
       union all select "sectionId", id, "update" from "SectionUpdate"
       where "groupId" = $1 and "sectionId" = any($2)
     ) log order by id`,
    [groupId, sectionIds],
  )
  const logs = new Map(sectionIds.map((id): [string, Uint8Array[]] => [id, []]))
  for (const { sectionId, data } of rows) logs.get(sectionId)?.push(data)
  return logs
}

/** How far a room has followed its section's log: the rows that it knows of late, and the state they were merged into. */
export type LogMark = {
  readonly rows: ReadonlySet<string>
  readonly last: number
  readonly upto: string
}
type Followed = {
  readonly groupId: string
  readonly sectionId: string
  readonly mark: LogMark | undefined
}

/** Rows are numbered when they are written and seen when they are committed: one this much older may still come. */
const lateRows = 1000

/**
 * What came into the logs since each room's mark, merged or not, with the mark that follows.
 * @returns the news of each section asked for.
 */
export async function readNews(followed: readonly Followed[]) {
  const values = [
    followed.map(({ groupId }) => groupId),
    followed.map(({ sectionId }) => sectionId),
    followed.map(({ mark }) => (mark ? mark.last - lateRows : 0)),
  ]
  const asked =
    'unnest($1::text[], $2::text[], $3::bigint[]) as asked("groupId", "sectionId", "after")'
  const both = 'using ("groupId", "sectionId")'
  const { rows, states } = await atOneMoment(async client => ({
    rows: await client.query<{ sectionId: string; id: string; update: Uint8Array }>(
      `select "sectionId", id, "update" from "SectionUpdate" join ${asked} ${both}
       where id > "after" order by id`,
      values,
    ),
    states: await client.query<{ sectionId: string; upto: string; state: Uint8Array }>(
      `select "sectionId", upto, state from "SectionState" join ${asked} ${both}`,
      values,
    ),
  }))
  return (sectionId: string): { updates: Uint8Array[]; mark: LogMark } => {
    const mark = followed.find(room => room.sectionId === sectionId)?.mark
    const state = states.rows.find(row => row.sectionId === sectionId)
    const own = rows.rows.filter(row => row.sectionId === sectionId)
    const upto = state?.upto ?? ''
    return {
      updates: [
        ...(state && upto !== mark?.upto ? [state.state] : []),
        ...own.filter(({ id }) => !mark?.rows.has(id)).map(({ update }) => update),
      ],
      mark: {
        rows: new Set(own.map(({ id }) => id)),
        last: Math.max(mark?.last ?? 0, Number(upto), ...own.map(({ id }) => Number(id))),
        upto,
      },
    }
  }
}

/** A section's log with who wrote each row, as it stands at one moment. `upto` is the last row that `state` holds. */
export type SectionLog = {
  readonly state: Uint8Array | null
  readonly upto: number
  readonly rows: readonly { id: number; memberId: string | null; update: Uint8Array }[]
}

/** The logs of the group's sections, by section. */
export async function readLogRows(
  { groupId }: Actor,
  sectionIds: readonly string[],
): Promise<Map<string, SectionLog>> {
  const [states, rows] = await atOneMoment(async client => [
    await client.query<{ sectionId: string; state: Uint8Array; upto: string }>(
      'select "sectionId", state, upto from "SectionState" where "groupId" = $1 and "sectionId" = any($2)',
      [groupId, sectionIds],
    ),
    await client.query<{
      sectionId: string
      id: string
      memberId: string | null
      update: Uint8Array
    }>(
      `select "sectionId", id, "memberId", "update" from "SectionUpdate"
       where "groupId" = $1 and "sectionId" = any($2) order by id`,
      [groupId, sectionIds],
    ),
  ])
  return new Map(
    sectionIds.map(sectionId => {
      const merged = states.rows.find(state => state.sectionId === sectionId)
      const own = rows.rows.filter(row => row.sectionId === sectionId)
      return [
        sectionId,
        {
          state: merged?.state ?? null,
          upto: Number(merged?.upto ?? 0),
          rows: own.map(row => ({ ...row, id: Number(row.id) })),
        },
      ]
    }),
  )
}

/** Until the transaction ends the section's rows are not merged. */
export async function holdRows(tx: Database, sectionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${compactKey(sectionId)}))`
}

const compactKey = (sectionId: string) => `compact ${sectionId}`

/** State and rows have to come from one snapshot: compaction moves rows into the state meanwhile. */
const atOneMoment = <T>(work: (client: PoolClient) => Promise<T>) =>
  transaction('begin isolation level repeatable read read only', work)

/**
 * Merges a section's rows into its state. Built from rows, never from a room's memory, it deletes exactly the rows that
 * it merged, so that it is safe beside other processes and new rows.
 * @returns the number of rows merged; 0 also where an update waits for another that has not come.
 */
export function compactLog(sectionId: string): Promise<number> {
  return transaction('begin', async client => {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [compactKey(sectionId)])
    const { rows } = await client.query<
      Omit<WrittenRow, 'change'> & { groupId: string; update: Uint8Array }
    >(
      'select id, "groupId", "memberId", "update", at, words from "SectionUpdate" where "sectionId" = $1 order by id',
      [sectionId],
    )
    const last = rows.at(-1)
    if (!last) return 0
    const states = await client.query<{ state: Uint8Array }>(
      'select state from "SectionState" where "sectionId" = $1',
      [sectionId],
    )
    const { doc, changes } = replay(
      states.rows[0]?.state ?? null,
      rows.map(row => row.update),
    )
    if (doc.store.pendingStructs || doc.store.pendingDs) return 0
    await client.query(
      `insert into "SectionState" ("sectionId", "groupId", state, upto) values ($1, $2, $3, $4)
       on conflict ("sectionId") do update set state = $3, upto = $4, "updatedAt" = now()`,
      [sectionId, last.groupId, Buffer.from(Y.encodeStateAsUpdate(doc)), last.id],
    )
    await keepForReaders(
      client,
      { sectionId, groupId: last.groupId },
      rows.map((row, at) => ({ ...row, change: changes[at] ?? null })),
    )
    await client.query('delete from "SectionUpdate" where id = any($1::bigint[])', [
      rows.map(row => row.id),
    ])
    return rows.length
  })
}

async function transaction<T>(begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((reason: Error) => (broken = reason))
    throw error
  } finally {
    client.release(broken)
  }
}
