import { financingChart } from '~/budget/charts'
import { formatRate, formatShare } from '~/budget/format'
import type { Framework } from '~/budget/framework'
import { otherMeans, type OtherMeans } from '~/budget/financing-parts'
import { zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { targetChart } from '~/budget/target-chart'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block } from './report'
import { chartBlock } from './report-charts'
import { deficitBlocks } from './report-deficit'
import { keyFigureBlocks, positionBlocks, roundingBlocks } from './report-position'
import {
  allYears,
  amountIn,
  capitalised,
  countWord,
  listed,
  paragraphs,
  type Sentence,
} from './report-sentence'
import { financingTable, resultTable, targetTable, taxTable } from './report-tables'
import { figureRun } from './report-text'

/** The chapter of the economy: each table with what is to be seen in it, in words that its own figures give. */
export function economyBlocks({ framework, overrides }: Snapshot, statement: Statement): Block[] {
  return [
    { type: 'heading', level: 2, text: 'Resultatbudget' },
    ...incomeIntro(statement),
    ...resultTable(statement),
    ...deficitBlocks(overrides, statement),
    ...taxBlocks(framework, statement),
    { type: 'heading', level: 2, text: 'Finansiering' },
    ...financingIntro(statement),
    financingTable(statement),
    ...chartBlock(financingChart(statement)),
    targetTable(statement),
    ...chartBlock(targetChart(statement)),
    ...positionBlocks(statement),
    ...keyFigureBlocks(framework, statement),
    ...roundingBlocks(statement),
  ]
}

function incomeIntro(statement: Statement): Block[] {
  return paragraphs([
    [
      ['Kostnader skrivs med minustecken och intäkter utan.'],
      asInTheBase(statement),
      whatDiffers(statement),
      balance(statement),
    ],
  ])
}

const moves = ({ change }: { readonly change: readonly Tkr[] }): boolean =>
  change.some(amount => amount !== 0)

function asInTheBase({ income }: Statement): Sentence {
  const same = [
    ...(moves(income.centralFinance) ? [] : ['finansförvaltning']),
    ...(moves(income.grants) ? [] : ['statsbidrag']),
    ...(moves(income.financialNet) ? [] : ['finansnetto']),
  ]
  const names = listed(same.map((name, i) => [i === 0 ? capitalised(name) : name]))
  return same.length === 0 ? [] : [...names, ' är samma som i ramen.']
}

function whatDiffers({ frames, income, taxRate, settlement }: Statement): Sentence {
  const changed = [
    ...(moves(frames) ? ['nämndernas ramar'] : []),
    ...(moves(income.centralFinance) ? ['finansförvaltningen'] : []),
    ...(taxRate.change === 0 ? [] : ['kommunalskatten']),
    ...(moves(settlement) ? ['slutavräkningen'] : []),
    ...(moves(income.grants) ? ['statsbidragen'] : []),
    ...(moves(income.financialNet) ? ['finansnettot'] : []),
  ]
  if (changed.length === 0) return ['Förslaget ändrar inget i resultatbudgeten.']
  const count = changed.length === 1 ? 'en sak' : `${countWord(changed.length)} saker`
  return [`Förslaget ändrar ${count}: `, ...listed(changed.map(name => [name])), '.']
}

function balance({ years, income }: Statement): Sentence {
  const short = years.filter((_, i) => (income.result.proposed[i] ?? zero) <= 0)
  return short.length === 0
    ? [
        `Intäkterna är större än kostnaderna ${allYears(years.length)}, som kommunallagen kräver i 11 kap. 5 §.`,
      ]
    : ['Intäkterna är inte större än kostnaderna ', ...listed(short.map(year => [`${year}`])), '.']
}

function taxBlocks(framework: Framework, statement: Statement): Block[] {
  const { base, change, proposed, known } = statement.taxRate
  if (!known) return []
  const heading: Block = { type: 'heading', level: 2, text: 'Skattesats' }
  if (change === 0)
    return [
      heading,
      ...paragraphs([
        [[`Skattesatsen är som i ramen, ${formatRate(base)} kronor per skattekrona.`]],
      ]),
    ]
  return [
    heading,
    ...paragraphs([
      [
        [
          `Skattesatsen ${change > 0 ? 'höjs' : 'sänks'} från ${formatRate(base)} till ${formatRate(proposed)} kronor för varje hundra kronor i beskattningsbar inkomst.`,
        ],
        // Of 10 000 kronor, one öre in the hundred is one krona.
        [
          'Den som har ',
          figureRun('10\u00A0000\u00A0kronor'),
          ' i beskattningsbar inkomst en månad betalar ',
          figureRun(`${Math.abs(change)}\u00A0${Math.abs(change) === 1 ? 'krona' : 'kronor'}`),
          change > 0 ? ' mer.' : ' mindre.',
        ],
      ],
    ]),
    taxTable(framework, statement),
  ]
}

function financingIntro(statement: Statement): Block[] {
  return paragraphs([[...sources(statement), left(statement)]])
}

const meansInSentence: Record<OtherMeans, string> = {
  otherRevenue: 'bidrag och slutavräkning',
  centralFinance: 'en lägre finansförvaltning',
  financialNet: 'ett bättre finansnetto',
}

/** What pays for the budget year's additions (F16), each with its part of them. */
function sources({ unit, years, financing }: Statement): Sentence[] {
  const [year] = financing
  if (!year || year.additions <= 0) return [['Förslaget har inga tillägg att betala.']]
  const parts = [
    { name: 'skatten', amount: year.newTax },
    { name: 'ett lägre resultat', amount: year.lowerResult },
    { name: 'besparingar', amount: year.savings },
    ...otherMeans.map(part => ({ name: meansInSentence[part], amount: year[part] })),
  ].filter(({ amount }) => amount !== 0)
  const paying = parts.filter(({ amount }) => amount > 0)
  const shares = paying.map(({ amount }) =>
    formatShare({ numerator: amount, denominator: year.additions }, 1),
  )
  // Shares are told only of what pays for the additions alone, and where they add up as printed (C17).
  const told = paying.length === parts.length && tenths(shares) === 1000
  const named = paying.map(({ name, amount }, i): Sentence => [
    `${i === 0 ? capitalised(name) : name} står för `,
    amountIn(unit, amount),
    ...(told ? [' (', figureRun(`${shares[i] ?? ''}\u00A0procent`), ')'] : []),
  ])
  return [
    ['Varje krona i tillägg har en källa.'],
    [
      ...listed(named.map((part, i) => (i === 0 ? part : withoutVerb(part)))),
      paying.length === parts.length
        ? ` av ${years[0] ?? ''} års tillägg.`
        : `, som ${years[0] ?? ''} ska räcka till mer än tilläggen: tabellen visar vad.`,
    ],
  ]
}

const tenths = (shares: readonly string[]): number =>
  shares.reduce((total, share) => total + Math.round(Number(share.replace(',', '.')) * 10), 0)

const withoutVerb = (part: Sentence): Sentence =>
  part.map(piece => (typeof piece === 'string' ? piece.replace(' står för ', ' för ') : piece))

function left({ unit, target, targetAveraged, gap, years }: Statement): Sentence {
  if (target === null) return []
  if (gap.every(amount => amount === 0))
    return [
      targetAveraged
        ? 'Kvar att finansiera är noll för hela perioden.'
        : `Kvar att finansiera är noll ${allYears(years.length)}.`,
    ]
  const missing = targetAveraged
    ? [amountIn(unit, gap[0] ?? zero), ' för hela perioden']
    : listed(years.map((year, i) => [amountIn(unit, gap[i] ?? zero), ` ${year}`]))
  return ['Kvar att finansiera är ', ...missing, '.']
}
