import { z } from 'zod'
import { mostTkr } from './money'

/** An amount as the formats hold it. */
export const Tkr = z.int().min(-mostTkr).max(mostTkr).brand<'tkr'>()
export type Tkr = z.infer<typeof Tkr>
