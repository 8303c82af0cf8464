import { z } from 'zod'
import { Tkr } from './tkr'
import { MilliPercent, Ore } from './stored-rate'
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

/** An investment project of the base: what is spent on it in each year, positive. */
export const Investment = z.strictObject({
  id: singleLine(60),
  board: BoardId,
  name: singleLine(120),
  amounts: amounts.describe('Spending, positive'),
})
export type Investment = z.infer<typeof Investment>

/** What the municipality owns and owes, and how it moves in each year (LKBR 6 and 8 kap.; F12–F14). */
export const Position = z.strictObject({
  opening: z
    .strictObject({
      fixedAssets: Tkr,
      receivables: Tkr,
      placements: Tkr,
      cash: Tkr,
      equity: Tkr,
      provisions: Tkr,
      longTermDebt: Tkr,
      shortTermDebt: Tkr,
      resultReserve: Tkr.optional().describe('The part of equity that is result reserve'),
    })
    .describe('At the end of the year before the budget year; every entry positive'),
  depreciation: amounts.describe('Positive; part of the net costs'),
  provisionsChange: amounts.describe('Positive where the provisions grow'),
  workingCapitalChange: amounts
    .optional()
    .describe('Effect on cash: positive where receivables fall or short-term debts grow'),
  newLoans: amounts.describe('Positive'),
  amortisation: amounts.optional().describe('Positive'),
  borrowingLimit: amounts.optional().describe('The most that may be borrowed anew, positive'),
  internalRate: MilliPercent.optional().describe('Interest on book values; 1750 is 1,75 %'),
  pensionLiability: Tkr.optional().describe('Outside the balance sheet, positive (KL 11:14)'),
})
export type Position = z.infer<typeof Position>

/** From the result to the balance requirement result (LKBR 11 kap.; F11): every amount is added as it is printed. */
export const BalanceAdjustments = z.strictObject({
  realisedGains: amounts.describe('Realisationsvinster, minus'),
  unrealised: amounts.describe('Orealiserade vinster (minus) och förluster (plus)'),
  toReserve: amounts.describe('Put into the result reserve, minus'),
  fromReserve: amounts.describe('Taken from the result reserve, plus'),
})
export type BalanceAdjustments = z.infer<typeof BalanceAdjustments>

const lineName = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,60})?$/)
  .describe('A line of the same table, or table.line')

/** A table as the budget document prints it, kept to be shown and checked (C15, C17), never to compute from. */
export const PrintedTable = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/),
  name: singleLine(120),
  rounded: z
    .boolean()
    .optional()
    .describe('The document says that sums may differ by rounding in its unit'),
  lines: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/),
        name: singleLine(120),
        amounts,
        sumOf: z.array(lineName).min(1).max(200).optional().describe('The lines that it sums'),
        equals: lineName.optional().describe('The line that it equals in every year'),
        rollsWith: lineName
          .optional()
          .describe('Its own amount the year before plus this line gives its amount'),
      }),
    )
    .max(500),
})
export type PrintedTable = z.infer<typeof PrintedTable>

/** The unit that the source prints and that the app shows its tables in. Amounts are stored in whole tkr all the same. */
export const TableUnit = z.enum(['tkr', 'mnkr'])
export type TableUnit = z.infer<typeof TableUnit>

/** The totals as the budget document prints them, kept to be compared with the computed ones, never to compute from. */
export const PrintedTotals = z.strictObject({
  frames: amounts.optional().describe('Sum of the frames, positive'),
  netCosts: amounts.optional().describe('Verksamhetens nettokostnader, cost minus'),
  municipalTax: amounts.optional().describe('Tax base times rate, without final settlement'),
  taxRevenue: amounts.optional().describe('Skatteintäkter, with final settlement'),
  grants: amounts.optional().describe('Generella statsbidrag och utjämning'),
  operatingResult: amounts.optional().describe('Verksamhetens resultat'),
  result: amounts.optional().describe('Årets resultat'),
  balanceResult: amounts.optional().describe('Balanskravsresultat (KL 11:5, 11:14)'),
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
  publishedOn: z.iso.date().optional().describe('The day that this edition became public'),
  unit: TableUnit.describe(
    'What the source prints; amounts are whole tkr all the same: 282,3 mnkr is 282300',
  ),
  years: z
    .array(z.strictObject({ year: Year, kind: z.enum(['account', 'budget', 'plan']) }))
    .min(1)
    .max(12),
  boards: z
    .array(Board)
    .max(5000)
    .describe('May be empty where operations gives the net costs without a split'),
  operations: z
    .strictObject({
      revenue: amounts.describe('Verksamhetens intäkter, plus'),
      costs: amounts.describe('Verksamhetens kostnader, minus'),
      depreciation: amounts.describe('Avskrivningar, minus'),
    })
    .optional()
    .describe('The net costs of a framework without boards'),
  centralFinance: amounts.describe('Finansförvaltning, net cost, positive; [] where there is none'),
  tax: z.strictObject({
    rate: Ore.optional().describe('Öre per 100 kr: 2136 is 21,36'),
    base: amounts.optional().describe('Skatteunderlag'),
    settlement: amounts.describe('Slutavräkning; [] where revenue holds it'),
    revenue: amounts
      .optional()
      .describe('Skatteintäkter with final settlement, where the source prints no tax base'),
  }),
  grants: z.array(z.strictObject({ id: singleLine(60), name: singleLine(120), amounts })).max(100),
  financialIncome: amounts.describe('Plus'),
  financialCosts: amounts.describe('Minus'),
  indexation: z.strictObject({
    pkv: z
      .array(MilliPercent.min(-25_000).max(25_000))
      .max(12)
      .describe(
        'Price index of municipal activity, thousandths of a percent; [] where there is none',
      ),
  }),
  resultTarget: MilliPercent.nullable().describe('Share of tax and grants; 2300 is 2,3 %'),
  inhabitants: z.array(z.int().min(1).max(10_000_000)).max(12).optional(),
  position: Position.optional(),
  investments: z.array(Investment).max(2000).optional(),
  balanceAdjustments: BalanceAdjustments.optional(),
  printed: PrintedTotals,
  tables: z.array(PrintedTable).max(20).optional(),
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
