import path from 'node:path'
import pg from 'pg'
import type { Doc } from 'yjs'
import { openClusterFolder } from '~/boot/cluster-folder.server'
import { urlOf } from '~/boot/cluster-server.server'
import { findPostmaster } from '~/boot/postmaster.server'
import { docOf } from '~/collab/section-doc'
import { SectionClient } from '../../process/section-client'

/** A section built anew from what stands in the database of the app on the folder, as it is at one moment. */
export async function rebuiltFromLog(folder: string, sectionId: string): Promise<Doc> {
  const cluster = await openClusterFolder(folder, true)
  const port = findPostmaster(path.join(folder, 'postgres'))?.port ?? 0
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'skuggbudget') })
  await client.connect()
  try {
    const { rows } = await client.query<{ data: Uint8Array }>(
      `select data from (
         select 0 as id, state as data from "SectionState" where "sectionId" = $1
         union all select id, "update" from "SectionUpdate" where "sectionId" = $1
       ) as log order by id`,
      [sectionId],
    )
    return docOf(rows.map(({ data }) => data))
  } finally {
    await client.end()
  }
}

/** The text that the section's room gives to somebody who has just come. */
export async function textOfRoom(url: string, cookie: string, sectionId: string): Promise<string> {
  const reader = new SectionClient(url, cookie, sectionId)
  try {
    for (const until = Date.now() + 10_000; !reader.isSynced;) {
      if (Date.now() > until) throw new Error('The room did not answer')
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    return reader.text
  } finally {
    reader.close()
  }
}
