import path from 'node:path'
import pg from 'pg'
import { applyUpdate, type Doc } from 'yjs'
import { openClusterFolder } from '~/boot/cluster-folder.server'
import { urlOf } from '~/boot/cluster-server.server'
import { findPostmaster } from '~/boot/postmaster.server'
import { docOf, sectionDoc, textFragment } from '~/collab/section-doc'
import { SectionClient } from '../../process/section-client'

type Row = { readonly data: Uint8Array; readonly who: string | null }

/** What stands of a section in the database of the app on the folder, as it is at one moment. */
async function logOf(folder: string, sectionId: string): Promise<Row[]> {
  const cluster = await openClusterFolder(folder, true)
  const port = findPostmaster(path.join(folder, 'postgres'))?.port ?? 0
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'skuggbudget') })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(
      `select data, who from (
         select 0 as id, state as data, null as who from "SectionState" where "sectionId" = $1
         union all select u.id, u."update", m.name from "SectionUpdate" u
           left join "Member" m on m.id = u."memberId" where "sectionId" = $1
       ) as log order by id`,
      [sectionId],
    )
    return rows
  } finally {
    await client.end()
  }
}

/** A section built anew from the log. */
export const rebuiltFromLog = async (folder: string, sectionId: string): Promise<Doc> =>
  docOf((await logOf(folder, sectionId)).map(({ data }) => data))

/** The rows of the log that changed how often the sign stands in the section, with the text around it then. */
export async function rowsOfSign(
  folder: string,
  sectionId: string,
  sign: string,
): Promise<string[]> {
  const doc = sectionDoc()
  const told: string[] = []
  let before = ''
  for (const [at, { data, who }] of (await logOf(folder, sectionId)).entries()) {
    applyUpdate(doc, data)
    const text = textFragment(doc).toString()
    if (text.split(sign).length !== before.split(sign).length)
      told.push(`row ${at}, ${who}:\n  ${around(before, sign)}\n  ${around(text, sign)}`)
    before = text
  }
  return told
}

const around = (text: string, sign: string): string =>
  text
    .split('</paragraph>')
    .filter(block => block.includes(sign))
    .join('\n  ')

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
