import { boardChains, sumOfChains, type BoardChain } from '~/budget/board-chain'
import type { Framework } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import { keyFiguresOf, keyFigureTexts } from '~/budget/key-figures'
import { zero } from '~/budget/money'
import { positionTables } from '~/budget/position-tables'
import type { Statement } from '~/budget/statement'
import { isShownExactly, roundingNote } from '~/budget/rounding'
import { formatIn, formatSignedIn } from '~/budget/table-unit'
import type { Snapshot } from '~/proposal/snapshot'
import type { AmountRow, Block, RowKind } from './report'
import { changeTables, rowsIn } from './report-rows'

/** Balance requirement, cash flow, balance sheet and investments: those that the framework carries. */
export function positionBlocks({ unit, years, position }: Statement): Block[] {
  const { changeRow } = rowsIn(unit)
  return positionTables(position).flatMap(({ name, signs, rows }): Block[] => [
    { type: 'heading', level: 2, text: name },
    ...changeTables(
      years,
      `${name}, ${signs}, ${unit}`,
      'Post',
      rows.map(({ name: label, kind, line }) => changeRow(label, kind, line)),
    ),
  ])
}

/** Kronor per inhabitant and shares, base, change and proposed. */
export function keyFigureBlocks(framework: Framework, statement: Statement): Block[] {
  const figures = keyFiguresOf(framework, statement)
  return [
    { type: 'heading', level: 2, text: 'Nyckeltal' },
    ...changeTables(
      statement.years,
      'Nyckeltal, kronor per invånare och procent',
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
export function chainBlocks({ framework, amendments }: Snapshot, statement: Statement): Block[] {
  const { unit, years, boards } = statement
  const chains = boardChains(framework, boards, inForce(amendments))
  const sum = sumOfChains(chains)
  if (!sum) return []
  const named = framework.boards.flatMap((board, i) => {
    const chain = chains[i]
    return chain ? [chainRow(board.name, 'line', chain)] : []
  })
  return [
    {
      type: 'amount-table',
      caption: `Så blir ramarna ${years[0] ?? ''}, ${unit}`,
      first: 'Nämnd',
      years: ['Året innan', 'Uppräkning', 'Volym', 'Justering', 'Vår prioritering', 'Förslag'],
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
