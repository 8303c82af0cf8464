import { boardChains, sumOfChains, type BoardChain } from '~/budget/board-chain'
import { noBreak } from '~/budget/format'
import type { Framework, TableUnit } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import { keyFiguresOf, keyFigureTexts } from '~/budget/key-figures'
import { zero } from '~/budget/money'
import type { CashFlow } from '~/budget/position'
import { positionTables, type LineTable } from '~/budget/position-tables'
import type { Line, Statement } from '~/budget/statement'
import { isShownExactly, roundingNote } from '~/budget/rounding'
import { formatIn, formatSignedIn } from '~/budget/table-unit'
import type { Snapshot } from '~/proposal/snapshot'
import type { AmountRow, Block, RowKind } from './report'
import { chainIntro } from './report-boards'
import { changeTables, rowsIn } from './report-rows'
import { amountIn, listed, paragraphs, type Sentence } from './report-sentence'
import { figureRun } from './report-text'

/** Balance requirement, cash flow, balance sheet and investments: those that the framework carries. */
export function positionBlocks(statement: Statement): Block[] {
  const { unit, years, position } = statement
  const { changeRow } = rowsIn(unit)
  return positionTables(position).flatMap(({ id, name, signs, rows }): Block[] => [
    { type: 'heading', level: 2, text: name },
    ...positionIntro(id, statement),
    ...changeTables(
      years,
      `${name}, ${signs}, ${unit}`,
      'Post',
      rows.map(({ name: label, kind, line }) => changeRow(label, kind, line)),
    ),
  ])
}

/** What the proposal does to cash, loans and investments. */
function positionIntro(id: LineTable['id'], { position, unit, years }: Statement): Block[] {
  const { cashFlow, investments } = position
  if (id === 'cash-flow' && cashFlow)
    return paragraphs([
      [
        cashSentence(cashFlow, unit, years),
        overdrawn(cashFlow, years),
        asInBase('Nyupplåningen är densamma', 'Nyupplåningen ändras med', cashFlow.newLoans),
      ],
    ])
  if (id === 'investments' && investments)
    return paragraphs([
      [asInBase('Investeringarna är desamma', 'Investeringarna ändras med', investments.total)],
    ])
  return []

  function asInBase(same: string, changed: string, { change }: Line): Sentence {
    if (change.every(amount => amount === 0)) return [`${same} som i ramen.`]
    const amounts = years.map((year, i): Sentence => {
      const amount = change[i] ?? zero
      return [figureRun(`${formatSignedIn(unit, amount)}${noBreak}${unit}`), ` ${year}`]
    })
    return [`${changed} `, ...listed(amounts), '.']
  }
}

function cashSentence(
  { opening, closing }: CashFlow,
  unit: TableUnit,
  years: readonly number[],
): Sentence {
  const [first, last] = [years[0] ?? '', years.length - 1]
  const end = closing.proposed[last] ?? zero
  const base = closing.base[last] ?? zero
  return [
    'Likvida medel är ',
    amountIn(unit, opening.proposed[0] ?? zero),
    ` när ${first} börjar och `,
    amountIn(unit, end),
    ` när ${years[last] ?? ''} slutar`,
    ...(base === end ? [', som i ramen.'] : [`, mot `, amountIn(unit, base), ' i ramen.']),
  ]
}

function overdrawn({ closing }: CashFlow, years: readonly number[]): Sentence {
  const empty = years.filter((_, i) => (closing.proposed[i] ?? zero) < 0)
  return empty.length === 0
    ? []
    : ['Kassan räcker inte till slutet av ', ...listed(empty.map(year => [`${year}`])), '.']
}

/** Kronor per inhabitant and shares, base, change and proposed. */
export function keyFigureBlocks(framework: Framework, statement: Statement): Block[] {
  const figures = keyFiguresOf(framework, statement)
  const units = ['kronor per invånare', 'procent'].filter(one =>
    figures.some(({ unit }) => unit === one),
  )
  return [
    { type: 'heading', level: 2, text: 'Nyckeltal' },
    ...changeTables(
      statement.years,
      `Nyckeltal, ${units.join(' och ')}`,
      'Nyckeltal',
      figures.map(({ name, unit, base, proposed }) => ({
        label: `${name}, ${unit === 'procent' ? 'procent' : 'kr/inv'}`,
        kind: 'line' as const,
        years: proposed.map((ratio, i) => keyFigureTexts(unit, base[i] ?? ratio, ratio)),
      })),
    ),
  ]
}

/** How each board's frame of the budget year comes about: previous frame, index, volume, adjustment, our priority. */
export function chainBlocks(snapshot: Snapshot, statement: Statement): Block[] {
  const { framework, amendments } = snapshot
  const { unit, years, boards } = statement
  const chains = boardChains(framework, boards, inForce(amendments))
  const sum = sumOfChains(chains)
  if (!sum) return []
  const named = framework.boards.flatMap((board, i) => {
    const chain = chains[i]
    return chain ? [chainRow(board.name, 'line', chain)] : []
  })
  return [
    { type: 'heading', level: 2, text: 'Så är varje ram uppbyggd' },
    ...chainIntro(snapshot, statement),
    {
      type: 'amount-table',
      caption: `Så blir ramarna ${years[0] ?? ''}, ${unit}`,
      first: 'Nämnd',
      years: ['Året innan', 'Uppräkning', 'Volym', 'Justering', 'Vår prioritering', 'Förslag'],
      ours: 4,
      rows: [...named, chainRow('Summa', 'sum', sum)],
    },
  ]

  function chainRow(label: string, kind: RowKind, { proposed }: BoardChain): AmountRow {
    const [step] = proposed
    const change = (part: 'indexation' | 'volume' | 'adjustment' | 'priority') =>
      formatSignedIn(unit, step?.[part] ?? zero)
    return {
      label,
      kind,
      changed: false,
      years: [
        formatIn(unit, step?.previous ?? zero),
        change('indexation'),
        change('volume'),
        change('adjustment'),
        change('priority'),
        formatIn(unit, step?.frame ?? zero),
      ],
    }
  }
}

/** C17: said where the unit does not show every amount of the tables exactly. */
export const roundingBlocks = (statement: Statement): Block[] =>
  isShownExactly(statement)
    ? []
    : [{ type: 'paragraph', runs: [{ type: 'text', text: roundingNote }] }]
