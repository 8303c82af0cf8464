import { WebSocket } from 'ws'
import type { LiveMessage } from '~/collab/live-message'

/** What the server tells of a proposal's changes while somebody listens. */
export type Changes = {
  /** The revision at which the listening began. */
  readonly from: number
  /** Ends it. @returns the member who made each change, in the order of the revisions. @throws where one is missing or told twice. */
  readonly end: () => Promise<readonly string[]>
}

export async function changesOf(url: string, cookie: string, proposalId: string): Promise<Changes> {
  const address = `${url.replace(/^http/, 'ws')}/live?proposal=${proposalId}`
  const socket = new WebSocket(address, { headers: { cookie } })
  const told: { readonly revision: number; readonly member: string }[] = []
  const closed = new Promise<void>(resolve => socket.on('close', () => resolve()))
  socket.on('error', () => {})
  const from = await new Promise<number>((resolve, reject) => {
    closed.then(() => reject(new Error('Nothing was told')), reject)
    socket.on('message', data => {
      const message = JSON.parse(String(data)) as LiveMessage
      if (message.type === 'hello') resolve(message.revision)
      if (message.type === 'revision')
        told.push({ revision: message.revision, member: message.by.memberId })
    })
  })
  const end = async () => {
    socket.close()
    await closed
    const sorted = told.toSorted((a, b) => a.revision - b.revision)
    sorted.forEach(({ revision }, i) => {
      if (revision !== from + i + 1) throw new Error(`Revision ${from + i + 1} was not told once`)
    })
    return sorted.map(({ member }) => member)
  }
  return { from, end }
}
