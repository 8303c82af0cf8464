import * as Y from 'yjs'
import { milliseconds, print } from './server/figure'
import { openSection, startDatabase } from './server/section'
import { yearOfEdits } from './server/year'

// A section of 50 pages that was written and rewritten for a year: to merge its log, and to open it.
const pages = 50
const edits = 50_000
/** The log grows by this much before it is merged again (app/collab/durable-log.server.ts). */
const tail = 300

await startDatabase()
const { compactLog, readLogs } = await import('~/collab/log-store.server')
const { docOf } = await import('~/collab/section-doc')
const { pool } = await import('~/db.server')
const { groupId, sectionId } = await openSection(0)
const { state, updates } = yearOfEdits(pages, edits, tail)

for (let run = 0; run < 5; run++) {
  await store(state, updates)
  const opened = await milliseconds(async () => {
    const logs = await readLogs(groupId, [sectionId])
    // what the room loads, and what it sends to who opens it
    Y.encodeStateAsUpdate(docOf(logs.get(sectionId) ?? []))
  })
  print({
    name: `Opening a section of ${pages} pages, a year old`,
    unit: 's',
    ours: opened / 1000,
    goal: 1,
  })
  const merged = await milliseconds(() => compactLog(sectionId))
  print({ name: 'Merging the log of that section', unit: 's', ours: merged / 1000, goal: 1 })
}
process.exit(0)

async function store(merged: Uint8Array, rows: readonly Uint8Array[]) {
  await pool.query('delete from "SectionUpdate"')
  await pool.query('delete from "SectionState"')
  await pool.query(
    'insert into "SectionState" ("sectionId", "groupId", state, upto) values ($1, $2, $3, 0)',
    [sectionId, groupId, Buffer.from(merged)],
  )
  for (const row of rows)
    await pool.query(
      'insert into "SectionUpdate" ("groupId", "sectionId", "update") values ($1, $2, $3)',
      [groupId, sectionId, Buffer.from(row)],
    )
}
