import { z } from 'zod'
import { jsonText } from '~/json-text'

const Id = z.string().min(1).max(60)
const Position = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** What the page of news showed of a section, an amendment or the threads on another place: it is marked as read so, and not what came after. */
export const Seen = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('section'),
    id: Id,
    /** The last row of the log, and the SHA-256 of the text that it gave. */
    upto: Position,
    text: z.string().max(64),
    title: z.string().max(200),
    removed: z.boolean(),
    threads: Position,
  }),
  z.strictObject({
    kind: z.literal('amendment'),
    id: Id,
    revision: Position,
    /** Who suggests that it is withdrawn. */
    leaving: Id.nullable(),
    threads: Position,
  }),
  z.strictObject({
    kind: z.literal('place'),
    /** As placeKey writes it. */
    key: z.string().min(1).max(200),
    threads: Position,
  }),
])
export type Seen = z.infer<typeof Seen>
export type SeenSection = Extract<Seen, { kind: 'section' }>
export type SeenPlace = Extract<Seen, { kind: 'place' }>
export type SeenAmendment = Extract<Seen, { kind: 'amendment' }>

const unreadable = 'Sidan är för gammal. Ladda om den och markera igen.'

const SeenText = jsonText(Seen, 1000, unreadable)

/** The form of one row, and of all rows. */
export const MarkForm = z.object({
  intent: z.literal('mark'),
  seen: z
    .union([SeenText, z.array(SeenText).max(2000)], { error: unreadable })
    .transform(seen => (Array.isArray(seen) ? seen : [seen])),
})
