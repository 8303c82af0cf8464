import { attribute, xmlEvents } from './xml'

/** What a number in a cell stands for, by the format that it is shown in. */
export type NumberFormat = 'number' | 'date' | 'percent'

const dates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const percents = new Set([9, 10])

/** The number format of each cell style of a workbook, by the style's place. */
export function readFormats(xml: string, overdue: () => boolean): NumberFormat[] {
  const codes = new Map<number, string>()
  const styles: NumberFormat[] = []
  let inCells = false
  for (const event of xmlEvents(xml, overdue)) {
    if (event.type === 'text') continue
    if (event.name === 'cellXfs') inCells = event.type === 'open'
    if (event.type !== 'open') continue
    const id = Number(attribute(event.attributes, 'numFmtId') ?? 0)
    if (event.name === 'numFmt') codes.set(id, attribute(event.attributes, 'formatCode') ?? '')
    if (event.name === 'xf' && inCells) styles.push(formatOf(id, codes.get(id)))
  }
  return styles
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (dates.has(id)) return 'date'
  if (percents.has(id)) return 'percent'
  if (code === undefined) return 'number'
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (bare.includes('%')) return 'percent'
  return /[ymdhs]/i.test(bare.replace(/general|standard/gi, '')) ? 'date' : 'number'
}
