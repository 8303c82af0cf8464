import { z } from 'zod'

/**
 * The name of one figure of a statement, as chips and clauses hold it: `frame.BUN.2025.proposed`, `frames.2025.change`,
 * `tax.rate`, `tax.change`, `tax.2025.new`, `result.2025`, `resultShare.2025`, `target`, `gap.2025`, `margin.2025`.
 */
export const FigureReference = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[A-Za-zÅÄÖåäö0-9_-]+){0,3}$/)
  .max(80)
export type FigureReference = z.infer<typeof FigureReference>

/** How a figure is written: in tables tkr, in prose mnkr or miljoner kronor; a rate in öre or kronor; a share in procent. */
export const FigureFormat = z.enum(['tkr', 'mnkr', 'miljoner kronor', 'öre', 'kronor', 'procent'])
export type FigureFormat = z.infer<typeof FigureFormat>
