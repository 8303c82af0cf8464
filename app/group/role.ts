import { z } from 'zod'
import { roles, statuses } from './policy'

/** A role as forms and formats hold it. */
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** A proposal's status as forms and formats hold it. */
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>
