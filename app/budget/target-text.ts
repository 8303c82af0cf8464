import { figureList, formatPercent } from './format'
import type { Statement } from './statement'

/** The target in force without its unit: `2,3`, or `2,3 / 2 / 1,5` where the years differ; null where there is none. */
export function targetText({ targets, target }: Pick<Statement, 'targets' | 'target'>) {
  if (target === null) return null
  const shown = targets.filter(each => each !== null)
  return figureList((new Set(shown).size > 1 ? shown : [target]).map(formatPercent))
}
