import type { BarChart } from '~/budget/bar-chart'
import { boardChains, sumOfChains, type BoardChain } from '~/budget/board-chain'
import { chartsOf } from '~/budget/charts'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { inForce } from '~/budget/in-force'
import { boardFigures, keyFiguresOf, type BoardFigure, type KeyFigure } from '~/budget/key-figures'
import { positionTables, type LineTable } from '~/budget/position-tables'
import { isShownExactly } from '~/budget/rounding'
import { statementOf } from '~/budget/statement'
import type { Draft } from './draft'

export type NamedChain = { readonly name: string; readonly chain: BoardChain }

/** What the page of tables is drawn from: everything that follows from the budget, computed on the server. */
export type TablesPage = {
  readonly base: Pick<Framework, 'name' | 'edition' | 'constructed' | 'unit'>
  readonly years: readonly Framework['years'][number][]
  /** False where the unit rounds what stands in the tables, which is then said under them. */
  readonly exact: boolean
  readonly charts: readonly BarChart[]
  readonly tables: readonly LineTable[]
  readonly keyFigures: readonly KeyFigure[]
  readonly boardFigures: readonly BoardFigure[]
  /** The boards' frame chains, and last their sum; none where the framework has no frame of the year before. */
  readonly chains: readonly NamedChain[]
  /** The tables that the source prints, as they stand there. */
  readonly printed: NonNullable<Framework['tables']>
  readonly printedYears: readonly Framework['years'][number][]
}

/** The tables of a proposal as it is written now. */
export function tablesPage({
  framework,
  amendments,
}: Pick<Draft, 'framework' | 'amendments'>): TablesPage {
  const statement = statementOf(framework, amendments)
  const { name, edition, constructed, unit, years, tables = [] } = framework
  const chains = boardChains(framework, statement.boards, inForce(amendments))
  const sum = sumOfChains(chains)
  return {
    base: { name, edition, constructed, unit },
    years: decidedYears(framework).flatMap(({ at }) => years[at] ?? []),
    exact: isShownExactly(statement),
    charts: chartsOf(statement),
    tables: positionTables(statement.position),
    keyFigures: keyFiguresOf(framework, statement),
    boardFigures: boardFigures(framework, statement),
    chains: [
      ...framework.boards.flatMap((board, i) => {
        const chain = chains[i]
        return chain ? [{ name: board.name, chain }] : []
      }),
      ...(sum ? [{ name: 'Summa', chain: sum }] : []),
    ],
    printed: tables,
    printedYears: years,
  }
}
