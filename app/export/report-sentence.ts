import { formatFigure } from '~/budget/figure'
import { noBreak } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import type { Tkr } from '~/budget/money'
import { formatIn } from '~/budget/table-unit'
import type { Run } from './report'
import { figureRun } from './report-text'

/** Words and figures of a sentence; nothing where there is nothing to say. */
export type Sentence = readonly (string | Run)[]

/** An amount as the tables beside it write it, with its unit. */
export const amountIn = (unit: TableUnit, amount: Tkr): Run =>
  figureRun(`${formatIn(unit, amount)}${noBreak}${unit}`)

/** An amount as prose writes it: millions of kronor, or tkr below one. */
export function roundAmount(amount: Tkr): Run {
  const format = Math.abs(amount) < 1000 ? 'tkr' : 'miljoner kronor'
  return figureRun(formatFigure({ kind: 'amount', amount }, format) ?? '')
}

/** Sentences one after the other, those that say nothing left out. */
export const runsOfSentences = (sentences: readonly Sentence[]): Run[] =>
  sentences
    .filter(sentence => sentence.length > 0)
    .flatMap((sentence, i) => (i === 0 ? sentence : [' ', ...sentence]))
    .map(part => (typeof part === 'string' ? { type: 'text', text: part } : part))

/** `a, b och c`. */
export const listed = (parts: readonly Sentence[]): Sentence =>
  parts.flatMap((part, i) => {
    if (i === 0) return part
    return [i === parts.length - 1 ? ' och ' : ', ', ...part]
  })

const counts = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio']

/** A small number as a word. */
export const countWord = (count: number): string => counts[count] ?? `${count}`
