import { z } from 'zod'
import { prose, singleLine } from '~/budget/wording'

/** The most characters of a goal's title, and of what an indicator measures. */
export const longestGoal = 200
export const longestIndicator = 300

/** A quoted number, never computed with: digits and a decimal point, as in "32.8". */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/)

/** What a priority goal is measured by. Outcome and target are as the source gives them. */
export const Indicator = z.strictObject({
  id: singleLine(60),
  kpi: z
    .string()
    .regex(/^[NU]\d{5}$/)
    .nullable()
    .describe('Kolada’s id'),
  label: singleLine(longestIndicator),
  unit: prose(60),
  direction: z.enum(['increase', 'decrease']),
  outcomeYear: z.int().min(1990).max(2100).nullable(),
  outcome: DecimalText.nullable(),
  targetYear: z.int().min(1990).max(2100).nullable(),
  target: DecimalText.nullable(),
})
export type Indicator = z.infer<typeof Indicator>

/** A priority goal (prioriterat mål) with its indicators. */
export const Goal = z.strictObject({
  id: singleLine(60),
  title: singleLine(longestGoal),
  indicators: z.array(Indicator).max(200),
})
export type Goal = z.infer<typeof Goal>
