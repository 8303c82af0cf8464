import { z } from 'zod'
import { Tkr } from './money'
import { MilliPercent, Ore } from './rate'
import { singleLine } from './wording'

const amounts = z.array(Tkr).max(12)

/** Short name of a board, as references write it (`frame.BUN.2025.proposed`): letters, digits, hyphen, underscore. */
export const BoardId = z.string().regex(/^[A-Za-zÅÄÖåäö0-9_-]{1,24}$/)
export type BoardId = z.infer<typeof BoardId>

export const Year = z.int().min(1990).max(2100)
export type Year = z.infer<typeof Year>

/** One board's frame in each of the framework's years, in their order. A frame is a net cost, positive. */
export const Board = z.strictObject({
  id: BoardId,
  name: singleLine(120),
  previousFrame: Tkr.optional().describe(
    'The frame of the year before the first, where the chain starts',
  ),
  frames: amounts,
  indexation: amounts.optional().describe('Printed indexation of the previous frame'),
  volume: amounts.optional().describe('Printed change for volumes'),
  adjustment: amounts.optional().describe('Printed frame adjustment'),
})
export type Board = z.infer<typeof Board>

/** The totals as the budget document prints them, kept to be compared with the computed ones, never to compute from. */
export const PrintedTotals = z.strictObject({
  frames: amounts.optional().describe('Sum of the frames, positive'),
  netCosts: amounts.optional().describe('Verksamhetens nettokostnader, cost minus'),
  municipalTax: amounts.optional().describe('Tax base times rate, without final settlement'),
  taxRevenue: amounts.optional().describe('Skatteintäkter, with final settlement'),
  grants: amounts.optional().describe('Generella statsbidrag och utjämning'),
  operatingResult: amounts.optional().describe('Verksamhetens resultat'),
  result: amounts.optional().describe('Årets resultat'),
})
export type PrintedTotals = z.infer<typeof PrintedTotals>

/**
 * The base framework (budgetram): what the group's amendments are a change of. Every list of amounts has one entry
 * for each of `years`, in their order. Amounts are whole tkr, rates öre per 100 kr, percentages thousandths of a percent.
 */
export const Framework = z.strictObject({
  format: z.literal('skuggbudget-framework/1'),
  municipality: z.strictObject({ id: z.string().regex(/^\d{4}$/), name: singleLine(120) }),
  name: singleLine(120),
  edition: z.int().min(1).max(99),
  constructed: z
    .boolean()
    .describe('True for an example whose figures are no municipality’s; said wherever it is shown'),
  unit: z.literal('tkr'),
  years: z
    .array(z.strictObject({ year: Year, kind: z.enum(['account', 'budget', 'plan']) }))
    .min(1)
    .max(12),
  boards: z.array(Board).max(5000),
  centralFinance: amounts.describe('Finansförvaltning, net cost, positive'),
  tax: z.strictObject({
    rate: Ore.describe('Öre per 100 kr: 2136 is 21,36'),
    base: amounts.describe('Skatteunderlag'),
    settlement: amounts.describe('Slutavräkning'),
  }),
  grants: z.array(z.strictObject({ id: singleLine(60), name: singleLine(120), amounts })).max(100),
  financialIncome: amounts.describe('Plus'),
  financialCosts: amounts.describe('Minus'),
  indexation: z.strictObject({
    pkv: z
      .array(MilliPercent.min(-25_000).max(25_000))
      .max(12)
      .describe('Price index of municipal activity, thousandths of a percent'),
  }),
  resultTarget: MilliPercent.nullable().describe('Share of tax and grants; 2300 is 2,3 %'),
  inhabitants: z.array(z.int().min(1).max(10_000_000)).max(12).optional(),
  printed: PrintedTotals,
  sources: z
    .array(
      z.strictObject({
        field: singleLine(120).describe('What the source is for, such as tax.rate or boards'),
        text: singleLine(500),
        url: z
          .url({ protocol: /^https?$/ })
          .max(1000)
          .optional(),
      }),
    )
    .max(200),
})
export type Framework = z.infer<typeof Framework>

/** Positions, in the framework's lists, of the years that a proposal decides on: the budget year and the plan years. */
export function decidedYears(framework: Framework): { year: Year; at: number }[] {
  return framework.years.flatMap(({ year, kind }, at) => (kind === 'account' ? [] : [{ year, at }]))
}
