import { fault, type Finding } from './finding'
import { formatSigned, formatTkr } from './format'
import type { Board, Framework } from './framework'
import { add, subtract, zero, type Tkr } from './money'
import { percentOf } from './rate'

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
