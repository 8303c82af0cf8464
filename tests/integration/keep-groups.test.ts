import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '~/db.server'
import { buildWorld, type World } from './world'

let ours: World
let rivals: World

beforeAll(async () => {
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld('Rivalerna')
})

/** Every reference between two tables that carry a group, and the trigger that watches it. */
async function references() {
  const { rows } = await pool.query<{ child: string; field: string; watched: boolean }>(`
    select child.relname as child, field.attname as field,
      exists (select from pg_trigger t where t.tgrelid = child.oid and t.tgname = c.conname || '_group') as watched
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid
    join pg_attribute field on field.attrelid = child.oid and field.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'groupId')
      and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'groupId')`)
  return rows
}

test('the database watches every reference between rows of groups', async () => {
  const all = await references()
  expect(all.length).toBeGreaterThan(10)
  const missing = all.filter(({ watched }) => !watched)
  expect(missing, 'end the migration that adds them with: SELECT "keep_groups"();').toEqual([])
})

test('no row of ours can be hung on a row of the rivals', async () => {
  for (const { child, field } of await references()) {
    const row = await pool.query(
      `select * from "${child}" where "groupId" = $1 and "${field}" is not null limit 1`,
      [ours.groupId],
    )
    const other = await pool.query(
      `select "${field}" as id from "${child}" where "groupId" = $1 and "${field}" is not null limit 1`,
      [rivals.groupId],
    )
    if (row.rowCount === 0 || other.rowCount === 0) continue
    const moved = pool.query(
      `update "${child}" set "${field}" = $1 where "groupId" = $2 and "${field}" = $3`,
      [other.rows[0].id, ours.groupId, row.rows[0][field]],
    )
    await expect(moved, `${child}.${field}`).rejects.toThrow('names a row of another group')
  }
})

test('nor can one be made so, whoever forgets to look', async () => {
  const { groupId, all } = rivals
  const { proposalId, threadId } = ours.ids
  const comment = { id: 'c', groupId, threadId, authorId: all.memberId, body: 'Hej' }
  await expect(db.comment.create({ data: comment })).rejects.toThrow()
  const section = { id: 's', groupId, proposalId, position: 9, title: 'Hej' }
  await expect(db.section.create({ data: section })).rejects.toThrow()
  const update = new Uint8Array([0, 0])
  const row = { groupId, sectionId: ours.ids.sectionId, memberId: all.memberId, update }
  await expect(db.sectionUpdate.create({ data: row })).rejects.toThrow()
})
