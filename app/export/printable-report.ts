import { printable } from '~/proposal/printable'
import type { Report } from './report'

/** The report with every text printable; addresses of links stay as they are. */
export const printableReport = (report: Report): Report => mapTexts(report)

function mapTexts<T>(value: T, key?: string): T
function mapTexts(value: unknown, key?: string): unknown {
  if (typeof value === 'string') return key === 'href' ? value : printable(value)
  if (Array.isArray(value)) return value.map(entry => mapTexts(entry))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapTexts(part, name)]),
  )
}
