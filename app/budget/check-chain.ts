import { fault, type Finding } from './finding'
import { formatSigned, formatTkr } from './format'
import type { Board, Framework } from './framework'
import { add, subtract, type Tkr } from './money'
import { percentOf, type MilliPercent } from './rate'

/** C12: frame = previous frame + indexation + volume + adjustment, and the indexation follows the index (F10). */
export function checkFrameChains({ boards, years, indexation }: Framework): Finding[] {
  const found: Finding[] = []
  for (const board of boards)
    years.forEach(({ year }, at) => {
      const previous = at === 0 ? board.previousFrame : board.frames[at - 1]
      const frame = board.frames[at]
      if (previous === undefined || frame === undefined) return
      const step = { board, previous, frame, at, year }
      for (const finding of [checkIndexation(step, indexation.pkv[at]), checkStep(step)])
        if (finding) found.push(finding)
    })
  return found
}

/** One year of a board's chain. */
type Step = { board: Board; previous: Tkr; frame: Tkr; at: number; year: number }

function checkIndexation(
  { board, previous, at, year }: Step,
  rate: MilliPercent | undefined,
): Finding | undefined {
  const printed = board.indexation?.[at]
  if (printed === undefined || rate === undefined) return
  const right = percentOf(previous, rate)
  if (printed === right) return
  return fault(
    'C12',
    `board:${board.id}`,
    `${board.name} ${year}: uppräkningen är tryckt som ${formatTkr(printed)} tkr, men indexet på ${formatTkr(previous)} tkr ger ${formatTkr(right)} tkr, skillnad ${formatSigned(subtract(printed, right))} tkr. Rätta ramkedjan och läs in ramen igen.`,
  )
}

function checkStep({ board, previous, frame, at, year }: Step): Finding | undefined {
  const indexation = board.indexation?.[at]
  const volume = board.volume?.[at]
  const adjustment = board.adjustment?.[at]
  if (indexation === undefined || volume === undefined || adjustment === undefined) return
  const right = add(add(add(previous, indexation), volume), adjustment)
  if (right === frame) return
  const terms = [indexation, volume, adjustment].map(part => formatSigned(part)).join(' ')
  return fault(
    'C12',
    `board:${board.id}`,
    `${board.name} ${year}: ${formatTkr(previous)} ${terms} = ${formatTkr(right)} tkr, men ramen är ${formatTkr(frame)} tkr, skillnad ${formatSigned(subtract(frame, right))} tkr. Rätta ramkedjan och läs in ramen igen.`,
  )
}
