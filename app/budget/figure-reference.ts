import { z } from 'zod'
import { figureFormats } from './figure'

/**
 * The name of one figure of a statement, as chips and clauses hold it: `frame.BUN.2025.proposed`, `frames.2025.change`,
 * `revenue.utj.2025.change` (a grant by its id, or `settlement`), `tax.rate`, `tax.change`, `tax.2025.new`, `result.2025`,
 * `resultShare.2025`, `target` or `target.2026`, `gap.2025`, `margin.2025`.
 */
export const FigureReference = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[A-Za-zÅÄÖåäö0-9_-]+){0,3}$/)
  .max(80)
export type FigureReference = z.infer<typeof FigureReference>

/** How a chip's or a clause's figure is written. */
export const FigureFormat = z.enum(figureFormats)
export type FigureFormat = z.infer<typeof FigureFormat>
