import { expect, test, vi } from 'vitest'
import { addSection } from '~/collab/arrange-section.server'
import { rooms } from '~/collab/room.server'
import type { Actor } from '~/group/policy'
import { buildProposal, valueOf } from '../factories'

/** Goes in as the server itself does. */
const enter = (sectionId: string, actor: Actor) =>
  rooms.openDirectConnection(sectionId, { actor, comeBack: () => {} })

test('a late closing of a room that is gone leaves the new one open', async () => {
  const { drafter, proposalId } = await buildProposal()
  const { sectionId } = valueOf(await addSection(drafter, proposalId, 'Skola'))
  const first = await enter(sectionId, drafter)
  const old = rooms.documents.get(sectionId)
  if (!old) throw new Error('The room did not open')
  await first.disconnect()
  await vi.waitUntil(() => !rooms.documents.has(sectionId))
  const second = await enter(sectionId, drafter)
  const room = rooms.documents.get(sectionId)
  expect(room).not.toBe(old)
  await rooms.unloadDocument(old)
  expect(rooms.documents.get(sectionId)).toBe(room)
  await second.disconnect()
})
