import { fault, type Finding } from './finding'
import type { Board, Framework, TableUnit } from './framework'
import { add, subtract, type Tkr } from './money'
import { percentOf, type MilliPercent } from './rate'
import { formatExactIn, formatSignedExactIn, inWords } from './table-unit'

/** C12: frame = previous frame + indexation + volume + adjustment, and the indexation follows the index (F10). */
export function checkFrameChains({ boards, years, indexation, unit }: Framework): Finding[] {
  const found: Finding[] = []
  for (const board of boards)
    years.forEach(({ year }, at) => {
      const previous = at === 0 ? board.previousFrame : board.frames[at - 1]
      const frame = board.frames[at]
      if (previous === undefined || frame === undefined) return
      const step = { board, previous, frame, at, year, unit }
      for (const finding of [checkIndexation(step, indexation.pkv[at]), checkStep(step)])
        if (finding) found.push(finding)
    })
  return found
}

/** One year of a board's chain. */
type Step = {
  board: Board
  previous: Tkr
  frame: Tkr
  at: number
  year: number
  unit: TableUnit
}

function checkIndexation(
  { board, previous, at, year, unit }: Step,
  rate: MilliPercent | undefined,
): Finding | undefined {
  const printed = board.indexation?.[at]
  if (printed === undefined || rate === undefined) return
  const right = percentOf(previous, rate)
  if (printed === right) return
  const words = inWords(unit)
  return fault(
    'C12',
    'framework',
    `${board.name} ${year}: uppräkningen är tryckt som ${words(printed)}, men indexet på ${words(previous)} ger ${words(right)}, skillnad ${formatSignedExactIn(unit, subtract(printed, right))} ${unit}. Rätta kedjan mot källan på sidan Ramen.`,
  )
}

function checkStep({ board, previous, frame, at, year, unit }: Step): Finding | undefined {
  const indexation = board.indexation?.[at]
  const volume = board.volume?.[at]
  const adjustment = board.adjustment?.[at]
  if (indexation === undefined || volume === undefined || adjustment === undefined) return
  const right = add(add(add(previous, indexation), volume), adjustment)
  if (right === frame) return
  const terms = [indexation, volume, adjustment]
    .map(part => formatSignedExactIn(unit, part))
    .join(' ')
  const words = inWords(unit)
  return fault(
    'C12',
    'framework',
    `${board.name} ${year}: ${formatExactIn(unit, previous)} ${terms} = ${words(right)}, men ramen är ${words(frame)}, skillnad ${formatSignedExactIn(unit, subtract(frame, right))} ${unit}. Rätta kedjan mot källan på sidan Ramen.`,
  )
}
