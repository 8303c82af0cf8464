import type { Change } from './amendment'
import { boardOf } from './board-index'
import type { BoardId, Framework, Year } from './framework'
import { decidedYears } from './decided-years'
import { add, zero, type Tkr } from './money'

/**
 * What a change is made on: the figures of its line in the base. Amounts stand for the decided years in their order; a
 * rate and a target hold for all of them, in öre and thousandths of a percent.
 */
export type BaseLine =
  | { readonly unit: 'tkr'; readonly years: readonly Year[]; readonly amounts: readonly Tkr[] }
  | { readonly unit: 'öre' | 'percent'; readonly rates: readonly (number | null)[] }

/** The base's line that the change is made on; null where the framework has no such line. */
export function baseLineOf(framework: Framework, change: Change): BaseLine | null {
  switch (change.type) {
    case 'frame':
      return frameLine(framework, [change.board])
    case 'reallocation':
      return frameLine(framework, [change.from, change.to])
    case 'investment':
      return frameLine(framework, [change.board]) && projectLine(framework, change)
    case 'indexation':
      return frameLine(framework, change.boards) && indexationLine(framework)
    case 'tax-rate':
      return { unit: 'öre', rates: [framework.tax.rate ?? null] }
    case 'result-target':
      return { unit: 'percent', rates: [framework.resultTarget] }
    case 'revenue':
      return revenueLine(framework, change.line)
    case 'central-finance':
      return amountLine(framework, [framework.centralFinance])
    case 'financial-net':
      return amountLine(framework, [framework.financialIncome, framework.financialCosts])
    case 'result-reserve':
      return amountLine(framework, [framework.balanceAdjustments?.fromReserve])
    case 'borrowing-limit':
      return amountLine(framework, [framework.position?.borrowingLimit])
  }
}

/** Whether two editions say the same of a line, year by year. */
export function isSameLine(a: BaseLine, b: BaseLine): boolean {
  if (a.unit === 'tkr' && b.unit === 'tkr')
    return sameList(a.years, b.years) && sameList(a.amounts, b.amounts)
  return a.unit !== 'tkr' && b.unit !== 'tkr' && sameList(a.rates, b.rates)
}

const sameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((value, i) => value === b[i])

/** The frames of the boards, one list after the other; null where one of them is no board of the framework. */
function frameLine(framework: Framework, ids: readonly BoardId[]): BaseLine | null {
  const boards = ids.map(id => boardOf(framework, id))
  if (boards.includes(undefined)) return null
  const years = decidedYears(framework)
  return {
    unit: 'tkr',
    years: years.map(({ year }) => year),
    amounts: boards.flatMap(board => years.map(({ at }) => board?.frames[at] ?? zero)),
  }
}

/** The base's own spending on a project of that name: a project that is only ours has none. */
function projectLine(framework: Framework, { board, name }: { board: BoardId; name: string }) {
  const own = (framework.investments ?? []).filter(
    project => project.board === board && project.name === name,
  )
  return amountLine(
    framework,
    own.map(({ amounts }) => amounts),
  )
}

function revenueLine(framework: Framework, line: string): BaseLine | null {
  if (line === 'settlement') return amountLine(framework, [framework.tax.settlement])
  const grant = framework.grants.find(({ id }) => id === line)
  return grant ? amountLine(framework, [grant.amounts]) : null
}

function indexationLine(framework: Framework): BaseLine {
  return {
    unit: 'percent',
    rates: decidedYears(framework).map(({ at }) => framework.indexation.pkv[at] ?? null),
  }
}

function amountLine(
  framework: Framework,
  lists: readonly (readonly Tkr[] | undefined)[],
): BaseLine {
  const years = decidedYears(framework)
  return {
    unit: 'tkr',
    years: years.map(({ year }) => year),
    amounts: years.map(({ at }) =>
      lists.reduce<Tkr>((total, list) => add(total, list?.[at] ?? zero), zero),
    ),
  }
}
