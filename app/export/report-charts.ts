import type { BarChart } from '~/budget/bar-chart'
import { subtract, zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { chartSvg } from '~/budget/svg'
import { formatExactIn, formatIn } from '~/budget/table-unit'
import type { Block, CoverLine, Report } from './report'

/** A line in more pieces would show none of them. */
const coverParts = 48

/** A chart as a block, where there is one. */
export const chartBlock = (chart: BarChart | null): Block[] =>
  chart ? [{ type: 'chart', chart }] : []

/** The budget year's frames as one line. Nothing where a frame is no share of it, or where there are too many. */
export function coverLine({ years, unit, boards, frames, financing }: Statement): CoverLine | null {
  const parts = boards.map(({ base, proposed }) => {
    const [from, to] = [base[0] ?? zero, proposed[0] ?? zero]
    return { base: Math.min(from, to), added: Math.max(0, subtract(to, from)) }
  })
  const drawable = parts.every(({ base }) => base >= 0) && parts.some(({ base }) => base > 0)
  if (!drawable || parts.length > coverParts) return null
  const whole = formatIn(unit, frames.proposed[0] ?? zero)
  const added = formatExactIn(unit, financing[0]?.additions ?? zero)
  return {
    caption: `Nämndernas ramar ${years[0] ?? ''}, ${whole} ${unit}, var och en i sin andel. Färgat: det förslaget lägger till, ${added} ${unit}.`,
    description: `En linje delad i ${parts.length} stycken, ett för varje nämnds ram i proportion till summan ${whole} ${unit}. Tilläggen, ${added} ${unit}, är den färgade delen av linjen.`,
    parts,
  }
}

/** The report as a printer gets it: each chart with its drawing, of texts that are printable by then. */
export const withDrawings = ({ chapters, ...report }: Report) => ({
  ...report,
  chapters: chapters.map(({ blocks, ...chapter }) => ({
    ...chapter,
    blocks: blocks.map(block =>
      block.type === 'chart' ? { ...block, svg: chartSvg(block.chart) } : block,
    ),
  })),
})
