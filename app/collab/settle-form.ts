import { z } from 'zod'
import { SuggestionId } from './suggestion'

/** A suggestion as its reader saw it: its id, a colon, and the hash of how it read. */
const SeenSuggestion = z
  .string()
  .max(160)
  .regex(/^[^:]+:[0-9a-f]{16}$/)
  .transform(sent => {
    const [id = '', wording = ''] = sent.split(':')
    return { id, wording }
  })
  .refine(({ id }) => SuggestionId.safeParse(id).success)
export type SeenSuggestion = z.infer<typeof SeenSuggestion>

const seen = z
  .union([z.array(SeenSuggestion), SeenSuggestion.transform(one => [one])])
  .refine(all => all.length > 0 && all.length <= 2000, 'Välj minst ett förslag.')

/** What one may do with suggestions of a text, as a form sends it. */
export const SettleForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), seen }),
  z.object({ intent: z.literal('reject'), seen }),
  z.object({ intent: z.literal('withdraw'), seen }),
])
