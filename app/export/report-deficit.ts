import { negate, zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { deficitOverride } from '~/proposal/deficit'
import type { Override } from '~/proposal/snapshot'
import type { Block } from './report'
import { amountIn, runsOfSentences, type Sentence } from './report-sentence'

/**
 * KL 11:5: why the budget year may cost more than it brings in, in the group leader's own words. The only override
 * that is tabled; all others stand in the annex.
 */
export function deficitBlocks(overrides: readonly Override[], statement: Statement): Block[] {
  const override = deficitOverride(overrides, statement)
  if (!override) return []
  const { unit, years, income } = statement
  const result = income.result.proposed[0] ?? zero
  const fact: Sentence =
    result === 0
      ? [`Intäkterna ${years[0]} är lika stora som kostnaderna.`]
      : [`Kostnaderna ${years[0]} är `, amountIn(unit, negate(result)), ' större än intäkterna.']
  return [
    { type: 'heading', level: 2, text: 'Skäl enligt kommunallagen' },
    { type: 'paragraph', runs: runsOfSentences([fact, [grounds(override)]]) },
    ...override.reason
      .split('\n')
      .filter(line => line.trim() !== '')
      .map((text): Block => ({ type: 'paragraph', runs: [{ type: 'text', text }] })),
  ]
}

function grounds({ ground }: Override): string {
  switch (ground) {
    case 'result-reserve':
      return 'Det får de vara i den utsträckning som medel ur resultatreserven tas i anspråk (kommunallagen 2017:725, 11 kap. 5 och 14 §§):'
    case 'exceptional-reasons':
      return 'Det får de vara om det finns synnerliga skäl (kommunallagen 2017:725, 11 kap. 5 §). Skälen är dessa:'
    case undefined:
      return 'Undantag från att intäkterna ska överstiga kostnaderna (kommunallagen 2017:725, 11 kap. 5 §) görs av dessa skäl:'
  }
}
