import { z } from 'zod'
import { ReadinessForm } from './readiness'
import { SectionTitle } from './section-title'

const Id = z.string().min(1).max(60)
const Revision = z.coerce.number().int().min(1)

/** What one may do with the sections of a proposal, as a form sends it. */
export const Arrangement = z.discriminatedUnion('intent', [
  ReadinessForm,
  z.object({ intent: z.literal('responsible'), id: Id, memberId: z.string().max(60) }),
  z.object({ intent: z.literal('add'), title: SectionTitle }),
  z.object({ intent: z.literal('rename'), id: Id, revision: Revision, title: SectionTitle }),
  z.object({
    intent: z.literal('move'),
    id: Id,
    revision: Revision,
    to: z.coerce.number().int().min(0).max(500),
  }),
  z.object({ intent: z.literal('remove'), id: Id, revision: Revision }),
  z.object({ intent: z.literal('return'), id: Id, revision: Revision }),
])
export type Arrangement = z.infer<typeof Arrangement>
