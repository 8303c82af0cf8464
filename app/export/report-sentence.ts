import { formatFigure } from '~/budget/figure'
import { noBreak } from '~/budget/format'
import type { Framework, TableUnit } from '~/budget/framework'
import type { Tkr } from '~/budget/money'
import { formatIn } from '~/budget/table-unit'
import type { Block, Run } from './report'
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

/** A small number of boards: `en nämnd`, `tre nämnder`. */
export const boardCount = (count: number): string =>
  count === 1 ? 'en nämnd' : `${countWord(count)} nämnder`

/** `alla tre åren`, `båda åren`; of one year alone, `året`. */
export function allYears(count: number): string {
  if (count === 1) return 'året'
  return count === 2 ? 'båda åren' : `alla ${countWord(count)} åren`
}

/** A board's name inside a sentence; names that are no common noun keep their capital. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}.*(nämnd|nämnden|styrelse|styrelsen|utskott|utskottet|revisionen)$/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name

/** What the base is called in a sentence, so that an example never passes for a municipality's own. */
export const baseWord = ({ constructed }: Pick<Framework, 'constructed'>): string =>
  constructed ? 'exempelramen' : 'ramen'

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const emphasised = (text: string): Run => ({ type: 'text', text, emphasis: true })

/** Paragraphs of sentences, those that say nothing left out. */
export const paragraphs = (list: readonly (readonly Sentence[])[]): Block[] =>
  list.map(runsOfSentences).flatMap(runs => (runs.length > 0 ? { type: 'paragraph', runs } : []))
