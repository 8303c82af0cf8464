import { startCluster } from '~/boot/cluster.server'
import { migrate } from '~/boot/migrate.server'
import { newFolder, removeAtExit, root } from './app'

/** A PostgreSQL as the app starts it, safe against a power failure and all. The app's modules use it from then on. */
export async function startDatabase() {
  const folder = newFolder()
  const { url } = await startCluster(folder).finally(() => removeAtExit(folder))
  await migrate(root, url, () => {})
  process.env.DATABASE_URL = url
  return { folder, url }
}

/** An empty section, and the cookies of that many members who may write in it. After `startDatabase`. */
export async function openSection(writers: number) {
  const { buildMember, buildProposal } = await import('../../factories')
  const { startSession } = await import('~/auth/session.server')
  const { group, proposalId } = await buildProposal()
  const cookies: string[] = []
  for (let i = 0; i < writers; i++) {
    const { memberId } = await buildMember(group, ['drafter'], `Skribent ${i}`)
    const cookie = await startSession(new Request('http://localhost'), memberId)
    cookies.push(cookie.split(';')[0] ?? '')
  }
  return { cookies, groupId: group.id, sectionId: await newSection(group.id, proposalId) }
}

async function newSection(groupId: string, proposalId: string): Promise<string> {
  const { db } = await import('~/db.server')
  const { newId } = await import('~/identifier.server')
  const { id } = await db.section.create({
    data: { id: newId(), groupId, proposalId, position: 1, title: 'Skolan' },
  })
  return id
}
