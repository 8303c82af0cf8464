import { formatOre, formatPercent, formatShare, noBreak } from '~/budget/format'
import { decidedYears } from '~/budget/decided-years'
import { inForce, ofType } from '~/budget/in-force'
import { zero } from '~/budget/money'
import { ore, taxOf } from '~/budget/rate'
import type { Statement } from '~/budget/statement'
import { targetText } from '~/budget/target-text'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block, Run } from './report'
import {
  allYears,
  amountIn,
  baseWord,
  boardCount,
  inSentence,
  listed,
  paragraphs,
  roundAmount,
  runsOfSentences,
  type Sentence,
} from './report-sentence'
import { keyFigures } from './report-tables'
import { figureRun } from './report-text'

/** The proposal in brief: what it adds and how that is paid, the key figures, and what they rest on. */
export function summaryBlocks(snapshot: Snapshot, statement: Statement): Block[] {
  const lead = runsOfSentences([
    whatChanges(statement),
    whoGets(statement),
    whatPays(statement),
    taxCut(statement),
    whetherReached(statement),
  ])
  return [
    ...(lead.length > 0 ? [{ type: 'lead' as const, runs: lead }] : []),
    keyFigures(statement),
    ...paragraphs([
      [newTax(snapshot, statement), result(statement), aim(statement)],
      [lasting(snapshot, statement)],
      [room(statement)],
    ]),
  ]
}

function whatChanges({ years, boards, financing }: Statement): Sentence {
  const { additions = zero, savings = zero } = financing[0] ?? {}
  const year = years[0] ?? ''
  if (additions > 0 && savings > 0)
    return [
      'Vi föreslår tillägg till nämnderna på ',
      roundAmount(additions),
      ' och besparingar på ',
      roundAmount(savings),
      ` mot ramen för ${year}.`,
    ]
  if (additions > 0)
    return [
      'Vi föreslår att nämnderna får ',
      roundAmount(additions),
      ` mer än i ramen för ${year}.`,
    ]
  if (savings > 0)
    return [
      'Vi föreslår att nämnderna får ',
      roundAmount(savings),
      ` mindre än i ramen för ${year}.`,
    ]
  return boards.length === 0
    ? []
    : [`Vi föreslår att nämnderna får lika mycket som i ramen för ${year}.`]
}

/** Names beyond this many would be a table. */
const namedBoards = 6

function whoGets({ boards }: Statement): Sentence {
  const given = boards
    .filter(({ change }) => (change[0] ?? zero) > 0)
    .toSorted((a, b) => (b.change[0] ?? zero) - (a.change[0] ?? zero))
  if (given.length === 0) return []
  const shown = given.length > namedBoards ? given.slice(0, namedBoards - 1) : given
  const names: Sentence[] = shown.map(({ name }) => [inSentence(name)])
  const rest = given.length - shown.length
  return [
    'Pengarna går till ',
    ...listed(rest > 0 ? [...names, [`${boardCount(rest)} till`]] : names),
    '.',
  ]
}

function whatPays({ financing, taxRate }: Statement): Sentence {
  const [year] = financing
  if (!year || year.additions <= 0) return []
  const means: Sentence[] = []
  if (taxRate.change > 0) means.push([figureRun(formatOre(taxRate.change)), ' högre kommunalskatt'])
  if (year.savings > 0) means.push(['besparingar'])
  if (year.otherRevenue > 0) means.push(['högre bidrag och slutavräkning'])
  if (year.centralFinance > 0) means.push(['lägre kostnader i finansförvaltningen'])
  if (year.financialNet > 0) means.push(['ett bättre finansnetto'])
  if (year.lowerResult > 0) means.push(['ett lägre resultat'])
  return means.length === 0 ? [] : ['Förslaget betalas med ', ...listed(means), '.']
}

const taxCut = ({ taxRate }: Statement): Sentence =>
  taxRate.change < 0 ? ['Skatten sänks med ', figureRun(formatOre(ore(-taxRate.change))), '.'] : []

function whetherReached({
  target,
  targetAveraged,
  gap,
  years,
  financing,
  unit,
}: Statement): Sentence {
  if (target === null) return []
  const missing = gap.findIndex(amount => amount > 0)
  if (missing >= 0)
    return [
      'För att nå resultatmålet ',
      targetAveraged ? 'över perioden' : `${years[missing] ?? ''}`,
      ' saknas ',
      amountIn(unit, gap[missing] ?? zero),
      '.',
    ]
  const still = (financing[0]?.lowerResult ?? zero) > 0 ? ' ändå' : ''
  return targetAveraged
    ? [`Resultatet når${still} målet i genomsnitt över åren.`]
    : [`Resultatet når${still} målet ${allYears(years.length)}.`]
}

function newTax({ framework }: Snapshot, { unit, years, financing, taxRate }: Statement): Sentence {
  const gained = financing[0]?.newTax ?? zero
  if (gained <= 0) return []
  const first = decidedYears(framework)[0]?.at ?? 0
  const base = framework.tax.base?.[first]
  const how: Run | '' =
    base === undefined
      ? ''
      : {
          type: 'note',
          runs: runsOfSentences([
            [`Skatteunderlaget ${years[0] ?? ''} är `, amountIn(unit, base), ' i ramen.'],
            [
              'Ett öre är en tiotusendel av det, ',
              amountIn(unit, taxOf(base, ore(1))),
              ', och ',
              figureRun(formatOre(taxRate.change)),
              ' är ',
              amountIn(unit, gained),
              '.',
            ],
            ['En höjd skattesats påverkar inte kommunens statsbidrag eller utjämning.'],
          ]),
        }
  return [
    'Skattehöjningen ger ',
    amountIn(unit, gained),
    ` under ${years[0] ?? ''}.`,
    ...(how === '' ? [] : [how]),
  ]
}

function result({ unit, income, financing }: Statement): Sentence {
  const [year] = financing
  const [base, proposed] = [income.result.base[0] ?? zero, income.result.proposed[0] ?? zero]
  const fromTo = (verb: string): Sentence => [
    `${verb} från `,
    amountIn(unit, base),
    ' till ',
    amountIn(unit, proposed),
    '.',
  ]
  if (!year || year.lowerResult === 0)
    return ['Resultatet är som i ramen, ', amountIn(unit, proposed), '.']
  if (year.lowerResult < 0) return fromTo('Resultatet höjs')
  const paysTheRest = year.newTax > 0 && year.newTax + year.lowerResult === year.additions
  return paysTheRest
    ? [
        'Resten, ',
        amountIn(unit, year.lowerResult),
        ...fromTo(', tar vi genom att sänka resultatet'),
      ]
    : fromTo('Resultatet sänks')
}

function aim(statement: Statement): Sentence {
  const { resultShare, gap, targetAveraged } = statement
  const share = resultShare.proposed[0]
  const target = targetText(statement)
  if (!share || share.denominator === 0) return []
  return [
    'Det är ',
    figureRun(`${formatShare(share)}${noBreak}procent`),
    ' av skatteintäkter, generella statsbidrag och utjämning.',
    ...(target === null
      ? []
      : [
          ` Målet är ${targetAveraged ? 'i genomsnitt ' : ''}`,
          figureRun(`${target}${noBreak}procent`),
          '.',
        ]),
    ...(target !== null && gap.every(amount => amount === 0)
      ? [' Därefter finns inget kvar att finansiera.']
      : []),
  ]
}

/** What the additions come to in the plan years, and why. */
function lasting(
  { framework, amendments }: Snapshot,
  { unit, years, financing }: Statement,
): Sentence {
  const frames = ofType(inForce(amendments), 'frame').filter(({ change }) =>
    change.amounts.some(amount => amount > 0),
  )
  const plan = years.slice(1)
  if ((financing[0]?.additions ?? zero) <= 0 || plan.length === 0) return []
  const amounts = listed(
    plan.map((year, i) => [amountIn(unit, financing[i + 1]?.additions ?? zero), ` under ${year}`]),
  )
  const stays = frames.length > 0 && frames.every(({ change }) => change.recurrence !== 'one-off')
  const indexed = stays && frames.every(({ change }) => change.recurrence === 'indexed')
  if (indexed)
    return [
      'Tilläggen är varaktiga. De räknas upp med prisindex för kommunal verksamhet',
      ...indexNote(framework),
      ' och uppgår till ',
      ...amounts,
      '.',
    ]
  return [
    stays ? 'Tilläggen är varaktiga och uppgår till ' : 'Tilläggen uppgår till ',
    ...amounts,
    '.',
  ]
}

function indexNote(framework: Snapshot['framework']): Sentence {
  const { indexation, constructed } = framework
  const known = decidedYears(framework).flatMap(({ at, year }) => {
    const percent = indexation.pkv[at]
    return percent === undefined ? [] : { year, percent }
  })
  if (known.length === 0) return []
  const values = [...new Set(known.map(({ percent }) => percent))].map((percent): Sentence => {
    const of = known.filter(each => each.percent === percent)
    return [
      figureRun(`${formatPercent(percent)}${noBreak}procent`),
      ' för ',
      ...listed(of.map(({ year }) => [`${year}`])),
    ]
  })
  return [
    {
      type: 'note',
      runs: runsOfSentences([
        ['Prisindex för kommunal verksamhet, PKV, mäter hur kommunens löner och priser ändras.'],
        [`I ${baseWord(framework)} är det `, ...listed(values), '.'],
        constructed ? ['Värdena är konstruerade.'] : [],
      ]),
    },
  ]
}

function room({ unit, target, targetAveraged, gap, margin, years }: Statement): Sentence {
  if (target === null || gap.some(amount => amount > 0)) return []
  const over = targetAveraged
    ? [amountIn(unit, margin[0] ?? zero), ' för hela perioden']
    : listed(years.map((year, i) => [amountIn(unit, margin[i] ?? zero), ` ${year}`]))
  return [
    'Utrymmet över målet är ',
    ...over,
    '. Ändras ramen före beslutet räknar vi om hela förslaget och visar skillnaden.',
  ]
}
