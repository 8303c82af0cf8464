import { z } from 'zod'
import { mostMilliPercent, mostOre } from './rate'

/** A tax rate as the formats hold it. */
export const Ore = z.int().min(-mostOre).max(mostOre).brand<'öre per 100 kr'>()
export type Ore = z.infer<typeof Ore>

/** A percentage as the formats hold it. */
export const MilliPercent = z
  .int()
  .min(-mostMilliPercent)
  .max(mostMilliPercent)
  .brand<'thousandths of a percent'>()
export type MilliPercent = z.infer<typeof MilliPercent>
