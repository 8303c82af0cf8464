import { boardChains, sumOfChains, type BoardChain } from '~/budget/board-chain'
import { inForce } from '~/budget/in-force'
import { add, negate, subtract, zero, type Tkr } from '~/budget/money'
import type { BoardLine, Statement } from '~/budget/statement'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block } from './report'
import {
  amountIn,
  baseWord,
  boardCount,
  capitalised,
  emphasised,
  inSentence,
  listed,
  paragraphs,
  type Sentence,
} from './report-sentence'

/** What the columns of the table are, and how many boards get more, less or the same. */
export function boardsIntro({ framework }: Snapshot, { boards, years }: Statement): Block[] {
  if (boards.length === 0) return []
  return paragraphs([
    [
      [`${years.length > 3 ? 'Tabellerna' : 'Tabellen'} visar nämndernas ramar som nettokostnad.`],
      [
        emphasised('Ram'),
        ` är ${baseWord(framework)}s belopp, `,
        emphasised('ändring'),
        ` är ${changeWord(boards)} och `,
        emphasised('förslag'),
        ' är summan av dem.',
      ],
      ...shares(boards),
    ],
  ])
}

const rises = ({ change }: BoardLine): boolean => change.some(amount => amount > 0)
const falls = ({ change }: BoardLine): boolean => change.some(amount => amount < 0)

function changeWord(boards: readonly BoardLine[]): string {
  if (!boards.some(rises)) return boards.some(falls) ? 'vår besparing' : 'vår ändring'
  return boards.some(falls) ? 'det vi lägger till eller drar ifrån' : 'vårt tillägg'
}

/** `Fem nämnder får mer pengar.`, `Tre har samma ram som i underlaget, …`: every board in one of them. */
function shares(boards: readonly BoardLine[]): Sentence[] {
  const unchanged = boards.filter(board => !rises(board) && !falls(board)).length
  if (unchanged === boards.length) return [['Alla nämnder har samma ram som i underlaget.']]
  const told: [number, string][] = [
    [boards.filter(board => rises(board) && !falls(board)).length, 'får mer pengar'],
    [boards.filter(board => falls(board) && !rises(board)).length, 'får mindre pengar'],
    [
      boards.filter(board => rises(board) && falls(board)).length,
      'får mer pengar något år och mindre ett annat',
    ],
    [
      unchanged,
      `har samma ram som i underlaget, och ${unchanged === 1 ? 'den' : 'de'} står med för att beslutet ska omfatta alla anslag`,
    ],
  ]
  return told
    .filter(([count]) => count > 0)
    .map(([count, what], i) => {
      const who = boardCount(count)
      return [`${capitalised(i === 0 ? who : who.replace(/ .*/, ''))} ${what}.`]
    })
}

/** How the table of the chain is read, and which frames buy less than the year before: less than it with indexation. */
export function chainIntro({ framework, amendments }: Snapshot, statement: Statement): Block[] {
  const { boards, years } = statement
  const chains = boardChains(framework, boards, inForce(amendments))
  const sum = sumOfChains(chains)
  const [year] = years
  if (!sum || year === undefined) return []
  const reals = boards.flatMap(({ name }, i) => {
    const chain = chains[i]
    return chain ? [{ name: inSentence(name), ...realChange(chain) }] : []
  })
  return paragraphs([
    [
      [
        `Varje ram bygger på året före. Tabellen visar ${year} års ramar i förslaget: ${year - 1} års ram, uppräkning, ändrade volymer, den ramjustering som ingår i underlaget och vår prioritering.`,
      ],
      sum.printed
        ? []
        : ['Där ramen inte anger stegen är volym det som tillkommer utöver uppräkningen.'],
    ],
    realSentences(reals, `${year - 1} års uppräknade ram`, statement, baseWord(framework)),
  ])
}

type Real = { readonly name: string; readonly base: Tkr; readonly proposed: Tkr }

/** The budget year's frame less the year before's with the base's indexation. */
function realChange({ base, proposed }: BoardChain): Omit<Real, 'name'> {
  const level = add(base[0]?.previous ?? zero, base[0]?.indexation ?? zero)
  return {
    base: subtract(base[0]?.frame ?? zero, level),
    proposed: subtract(proposed[0]?.frame ?? zero, level),
  }
}

const namedBoards = 6

function realSentences(
  reals: readonly Real[],
  level: string,
  { unit }: Statement,
  base: string,
): Sentence[] {
  const under = reals.filter(real => real.base < 0)
  const newly = reals.filter(real => real.base >= 0 && real.proposed < 0)
  if (under.length === 0 && newly.length === 0) return []
  const by = (amount: Tkr): Sentence => [amountIn(unit, negate(amount)), ' under']
  const names = (list: readonly Real[], of: 'base' | 'proposed'): Sentence =>
    list.length > namedBoards
      ? [boardCount(list.length)]
      : listed(list.map(real => [`${real.name} `, ...by(real[of])]))
  return [
    ['En ram kan stiga i kronor och ändå köpa mindre.'],
    under.length === 0 ? [] : [`I ${base} ligger `, ...names(under, 'base'), ` ${level}.`],
    ...(under.length === 1 ? under.map(real => alone(real, unit)) : [together(under)]),
    newly.length === 0
      ? []
      : [
          `Med vårt förslag hamnar${under.length > 0 ? ' även' : ''} `,
          ...names(newly, 'proposed'),
          under.length > 0 ? ' den nivån.' : ` ${level}.`,
        ],
  ]
}

function alone({ proposed }: Real, unit: Statement['unit']): Sentence {
  if (proposed === 0) return ['Med vårt förslag når den precis upp till den nivån.']
  return proposed > 0
    ? ['Med vårt förslag ligger den ', amountIn(unit, proposed), ' över.']
    : ['Med vårt förslag ligger den ', amountIn(unit, negate(proposed)), ' under.']
}

function together(under: readonly Real[]): Sentence {
  if (under.length === 0) return []
  const still = under.filter(({ proposed }) => proposed < 0).length
  if (still === 0) return ['Med vårt förslag gör ingen av dem det.']
  return still === under.length
    ? ['Det gör de även med vårt förslag.']
    : [
        `Med vårt förslag gör ${still === 1 ? 'en' : boardCount(still).replace(/ .*/, '')} av dem det.`,
      ]
}
