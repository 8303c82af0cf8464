import { z } from 'zod'
import { BoardId, Year } from '~/budget/framework'
import { uploadLimits } from './sheet'

const place = z.int().min(0).max(uploadLimits.rows)

/** What a column holds. `year-2027` is that year's amounts; the last seven are those of the long form. */
export const ColumnRole = z.union([
  z.enum(['ignore', 'name', 'code', 'previous']),
  z.enum(['year', 'indexation', 'volume', 'adjustment', 'frame', 'line', 'amount']),
  z.templateLiteral(['year-', z.int().min(1990).max(2100)]),
])
export type ColumnRole = z.infer<typeof ColumnRole>

/** How one sheet is read: which row has the headings, and what each column under them holds. */
export const TableChoice = z.strictObject({
  sheet: place,
  header: place,
  columns: z.array(ColumnRole).max(uploadLimits.columns),
})
export type TableChoice = z.infer<typeof TableChoice>

/** What a row is: a board, a line of the framework, a printed total, or nothing that the framework holds. */
export const RowRole = z.enum([
  'skip',
  'board',
  'centralFinance',
  'taxRate',
  'taxBase',
  'settlement',
  'grant',
  'financialIncome',
  'financialCosts',
  'pkv',
  'resultTarget',
  'inhabitants',
  'printed.frames',
  'printed.netCosts',
  'printed.municipalTax',
  'printed.taxRevenue',
  'printed.grants',
  'printed.operatingResult',
  'printed.result',
  'printed.balanceResult',
])
export type RowRole = z.infer<typeof RowRole>

/** `role` is empty until somebody says what the row is: no amount is left out unsaid. */
export const RowChoice = z.strictObject({
  role: RowRole.or(z.literal('')),
  board: BoardId.or(z.literal('')),
})
export type RowChoice = z.infer<typeof RowChoice>

export const SheetUnit = z.enum(['kr', 'tkr', 'mnkr'])
export type SheetUnit = z.infer<typeof SheetUnit>

/** What no table says, typed in the last step: by the form's field names, as it was typed. */
export const Particulars = z.record(z.string().max(40), z.string().max(1000))
export type Particulars = z.infer<typeof Particulars>

/** Everything that the steps of an import have settled so far. It is kept with the upload, never in the browser. */
export const Choices = z.strictObject({
  tables: z.array(TableChoice).max(uploadLimits.sheets),
  budgetYear: Year,
  unit: SheetUnit.or(z.literal('')),
  /** How the tables write boards' costs. */
  costs: z.enum(['plus', 'minus']),
  /** What is done with an amount that is not whole tkr: it stops the import, or is rounded half away from zero. */
  decimals: z.enum(['refuse', 'round']),
  rows: z.record(z.string(), RowChoice),
  /** Cells that somebody said hold a note and an amount run together: by their place, how they are read. */
  readings: z.record(z.string().max(200), z.string().max(60)),
  particulars: Particulars,
})
export type Choices = z.infer<typeof Choices>

/** What is remembered of a municipality's tables, for its next edition: by the rows' names, without their order. */
export const Remembered = z.strictObject({
  unit: SheetUnit,
  costs: z.enum(['plus', 'minus']),
  decimals: z.enum(['refuse', 'round']),
  rows: z.record(z.string(), RowChoice),
})
export type Remembered = z.infer<typeof Remembered>
