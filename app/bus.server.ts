import { z } from 'zod'
import { Role } from '~/group/role'
import { events } from './events.server'
import { newId } from './identifier.server'
import { jsonOf } from './json-text'
import { once } from './once.server'
import { redisLine } from './redis.server'

/** What this instance is called among the others. */
export const instanceId = once('instance', newId)

const channel = 'skuggbudget:events'
const id = z.string()
const Proposal = z.object({ groupId: id, proposalId: id })
const Present = z.object({
  memberId: id,
  name: z.string(),
  roles: z.array(Role),
  place: z.string(),
})

/** The events that concern pages and rooms of every instance. */
const Shared = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('proposal changed'),
    told: Proposal.extend({
      revision: z.int(),
      by: z.object({ memberId: id, name: z.string() }),
    }),
  }),
  z.object({ name: z.literal('text changed'), told: Proposal }),
  z.object({ name: z.literal('section written'), told: z.object({ sectionId: id }) }),
  z.object({
    name: z.literal('members present'),
    told: Proposal.extend({ instance: id, members: z.array(Present) }),
  }),
  z.object({
    name: z.literal('access changed'),
    told: z.object({ groupId: id, memberId: id, removed: z.boolean() }),
  }),
])
type Shared = z.infer<typeof Shared>

const Message = z.object({ from: id, event: Shared })

/**
 * Tells the other instances of the app what happens here, and tells here what happens there. Redis carries speed, never
 * truth: what is said while it is away is lost, and 'instances met' then sends everybody to the database.
 */
export function joinInstances(redisUrl: string): void {
  const sender = redisLine(redisUrl, 'händelser ut')
  const receiver = redisLine(redisUrl, 'händelser in')
  let repeating = false

  const tell = (event: Shared) => {
    // what came from another instance is not sent round again
    if (repeating || sender.status !== 'ready') return
    sender.publish(channel, JSON.stringify({ from: instanceId, event })).catch(() => undefined)
  }
  events.on('proposal changed', told => tell({ name: 'proposal changed', told }))
  events.on('text changed', told => tell({ name: 'text changed', told }))
  events.on('section written', told => tell({ name: 'section written', told }))
  events.on('members present', ({ members, ...told }) =>
    tell({ name: 'members present', told: { ...told, members: members.map(copy) } }),
  )
  events.on('access changed', told => tell({ name: 'access changed', told }))

  receiver.on('message', (_channel, text) => {
    const message = Message.safeParse(jsonOf(text))
    if (!message.success || message.data.from === instanceId) return
    repeating = true
    try {
      repeat(message.data.event)
    } finally {
      repeating = false
    }
  })
  receiver.on('ready', () => {
    receiver
      .subscribe(channel)
      .then(() => events.emit('instances met'))
      .catch(reason => console.error('Händelser från andra instanser hörs inte:', reason))
  })
}

const copy = <M extends { roles: readonly Role[] }>(member: M) => ({
  ...member,
  roles: [...member.roles],
})

function repeat({ name, told }: Shared) {
  switch (name) {
    case 'proposal changed':
      return events.emit(name, told)
    case 'text changed':
      return events.emit(name, told)
    case 'section written':
      return events.emit(name, told)
    case 'members present':
      return events.emit(name, told)
    case 'access changed':
      return events.emit(name, told)
  }
}
