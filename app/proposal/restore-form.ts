import { z } from 'zod'

const Id = z.string().min(1).max(60)

/** What is taken back from a version, as a form or an address says it. */
export const RestoreForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('section'), id: Id }),
  z.object({ intent: z.literal('amendment'), id: Id, revision: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal('all') }),
])
export type RestoreForm = z.infer<typeof RestoreForm>
