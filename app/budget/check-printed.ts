import { fault, type Finding } from './finding'
import { formatSigned, formatTkr } from './format'
import { decidedYears, type Framework, type PrintedTotals } from './framework'
import { add, subtract, zero, type Tkr } from './money'
import { percentOf } from './rate'
import type { Statement } from './statement'

/** C02: the printed sums of frames and net costs are the computed ones (KL 11:6). */
export const checkPrintedFrames = (
  framework: Framework,
  { frames, income }: Statement,
): Finding[] =>
  [
    comparePrinted('C02', framework, 'frames', 'Summa nämndramar', frames.base),
    comparePrinted(
      'C02',
      framework,
      'netCosts',
      'Verksamhetens nettokostnader',
      income.netCosts.base,
    ),
  ].flat()

/** C03: the printed income statement closes as the computed one does (LKBR 5 kap.). */
export function checkPrintedResult(framework: Framework, { income }: Statement): Finding[] {
  const operating = income.result.base.map((result, i) =>
    subtract(result, income.financialNet.base[i] ?? zero),
  )
  return [
    comparePrinted(
      'C03',
      framework,
      'grants',
      'Generella statsbidrag och utjämning',
      income.grants.base,
    ),
    comparePrinted('C03', framework, 'operatingResult', 'Verksamhetens resultat', operating),
    comparePrinted('C03', framework, 'result', 'Årets resultat', income.result.base),
  ].flat()
}

/** C06: the printed tax is tax base times rate, and with the settlement the tax revenue (lag 1965:269). */
export function checkPrintedTax(framework: Framework, { income }: Statement): Finding[] {
  const settlement = decidedYears(framework).map(({ at }) => framework.tax.settlement[at] ?? zero)
  const revenue = income.taxRevenue.base
  const municipal = revenue.map((amount, i) => subtract(amount, settlement[i] ?? zero))
  return [
    comparePrinted('C06', framework, 'municipalTax', 'Kommunalskatt', municipal),
    comparePrinted('C06', framework, 'taxRevenue', 'Skatteintäkter', revenue),
  ].flat()
}

function comparePrinted(
  id: string,
  framework: Framework,
  total: keyof PrintedTotals,
  name: string,
  computed: readonly Tkr[],
): Finding[] {
  const printed = framework.printed[total]
  return decidedYears(framework).flatMap(({ year, at }, i) => {
    const shown = printed?.[at]
    const right = computed[i] ?? zero
    if (shown === undefined || shown === right) return []
    return fault(
      id,
      'framework',
      `${name} ${year} är tryckt som ${formatTkr(shown)} tkr men blir ${formatTkr(right)} tkr, skillnad ${formatSigned(subtract(shown, right))} tkr. Rätta ramen mot sin källa och läs in den igen.`,
    )
  })
}

/** C12: frame = previous frame + indexation + volume + adjustment, and the indexation follows the index (F10). */
export function checkFrameChains(framework: Framework): Finding[] {
  return framework.boards.flatMap(board =>
    framework.years.flatMap(({ year }, at) => {
      const previous = at === 0 ? board.previousFrame : board.frames[at - 1]
      const frame = board.frames[at]
      if (previous === undefined || frame === undefined) return []
      const place = `board:${board.id}`
      return [
        ...checkIndexation(framework, board, { previous, at, year, place }),
        ...checkStep(board, { previous, frame, at, year, place }),
      ]
    }),
  )
}

type Board = Framework['boards'][number]
type Step = { previous: Tkr; at: number; year: number; place: string }

function checkIndexation(framework: Framework, board: Board, step: Step): Finding[] {
  const printed = board.indexation?.[step.at]
  const rate = framework.indexation.pkv[step.at]
  if (printed === undefined || rate === undefined) return []
  const right = percentOf(step.previous, rate)
  if (printed === right) return []
  return [
    fault(
      'C12',
      step.place,
      `${board.name} ${step.year}: uppräkningen är tryckt som ${formatTkr(printed)} tkr, men indexet på ${formatTkr(step.previous)} tkr ger ${formatTkr(right)} tkr, skillnad ${formatSigned(subtract(printed, right))} tkr. Rätta ramkedjan och läs in ramen igen.`,
    ),
  ]
}

function checkStep(
  board: Board,
  { previous, frame, at, year, place }: Step & { frame: Tkr },
): Finding[] {
  const parts = [board.indexation?.[at], board.volume?.[at], board.adjustment?.[at]]
  if (parts.includes(undefined)) return []
  const right = parts.reduce<Tkr>((total, part) => add(total, part ?? zero), previous)
  if (right === frame) return []
  const terms = parts.map(part => formatSigned(part ?? zero)).join(' ')
  return [
    fault(
      'C12',
      place,
      `${board.name} ${year}: ${formatTkr(previous)} ${terms} = ${formatTkr(right)} tkr, men ramen är ${formatTkr(frame)} tkr, skillnad ${formatSigned(subtract(frame, right))} tkr. Rätta ramkedjan och läs in ramen igen.`,
    ),
  ]
}
