import { z } from 'zod'
import { Rest } from './meeting'

const Id = z.string().min(1).max(60)

/** An amendment as the page saw it: `id:revision`. */
const SeenText = z
  .string()
  .max(80)
  .regex(/^[^:]+:\d{1,9}$/)
  .transform(text => {
    const [id = '', revision] = text.split(':')
    return { id, revision: Number(revision) }
  })

const SeenList = z
  .union([z.array(SeenText).max(5000), SeenText.transform(one => [one])])
  .default([])

/** What the meeting page sends: the leader's order, or the decision. */
export const MeetingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('order'),
    ids: z.union([z.array(Id).max(5000), Id.transform(id => [id])]),
  }),
  z.object({
    intent: z.literal('decide'),
    on: SeenList,
    off: SeenList,
    rest: Rest,
    gap: z
      .string()
      .max(200)
      .regex(/^\d+(,\d+)*$/)
      .transform(text => text.split(',').map(Number))
      .optional(),
  }),
])
