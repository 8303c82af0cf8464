import type { Change, ChangeType } from '~/budget/amendment'
import { longestCondition, longestName, longestUsefulLife } from '~/budget/bounds'
import { parseRate } from '~/budget/parse'
import { milliPercent, ore } from '~/budget/rate'
import { readMeasures } from './measure-form'
import {
  readAmounts,
  readChoice,
  readPercent,
  readRecurrence,
  readSomeAmounts,
  readSteps,
  readWhole,
  textOf,
  type Reading,
} from './typed'

const chooseBoard = 'Välj en nämnd.'

/** Reads each kind of change from its own fields; what is wrong is named in the reading's faults. */
export const changeReaders: {
  readonly [T in ChangeType]: (reading: Reading) => Extract<Change, { type: T }>
} = {
  frame: reading => {
    const measures = readMeasures(reading)
    return {
      type: 'frame',
      board: readChoice(reading, 'board', chooseBoard),
      recurrence: readRecurrence(reading),
      amounts: readSomeAmounts(reading),
      ...(measures.length > 0 && { measures }),
    }
  },
  indexation: reading => {
    const basis = reading.typed.basis === 'efficiency' ? 'efficiency' : 'points'
    const percent = readSteps(reading, 'percent')
    if (Object.keys(reading.faults).length === 0 && percent.every(each => each === 0))
      reading.faults.percent1 = 'Skriv ett tal för minst ett år, till exempel 0,5.'
    const boards = reading.typed.scope === 'chosen' ? boardsOf(reading) : []
    if (reading.typed.scope === 'chosen' && boards.length === 0)
      reading.faults.scope = 'Välj minst en nämnd, eller alla.'
    return { type: 'indexation', basis, boards, percent }
  },
  'tax-rate': reading => {
    const read = parseRate(reading.typed.ore ?? '', 'öre')
    if (!read.ok) reading.faults.ore = read.reason
    return { type: 'tax-rate', ore: read.ok ? read.value : ore(0) }
  },
  'result-target': readTarget,
  revenue: reading => {
    const conditional = textOf(reading, 'conditional')
    if (conditional.length > longestCondition)
      reading.faults.conditional = `Villkoret har ${conditional.length} tecken. Högst ${longestCondition} får plats.`
    return {
      type: 'revenue',
      line: readChoice(reading, 'line', 'Välj en intäktsrad.'),
      amounts: readSomeAmounts(reading),
      ...(conditional !== '' && { conditional }),
    }
  },
  'central-finance': reading => ({ type: 'central-finance', amounts: readSomeAmounts(reading) }),
  'financial-net': reading => ({ type: 'financial-net', amounts: readSomeAmounts(reading) }),
  'result-reserve': reading => ({ type: 'result-reserve', amounts: readSomeAmounts(reading) }),
  'borrowing-limit': reading => {
    const loans = readAmounts(reading, 'loan')
    const amounts = loans.some(Boolean) ? readAmounts(reading, 'amount') : readSomeAmounts(reading)
    return { type: 'borrowing-limit', amounts, loans }
  },
  investment: readInvestment,
  reallocation: reading => ({
    type: 'reallocation',
    from: readChoice(reading, 'from', 'Välj nämnden som pengarna tas från.'),
    to: readChoice(reading, 'to', 'Välj nämnden som pengarna går till.'),
    recurrence: readRecurrence(reading),
    amounts: readSomeAmounts(reading),
  }),
}

export const isChangeType = (type: string | undefined): type is ChangeType =>
  type !== undefined && Object.hasOwn(changeReaders, type)

const chosenBoard = 'on.'

/** The boards that are ticked: the fields `on.BUN`, `on.KS`, … */
const boardsOf = ({ typed }: Reading): string[] =>
  Object.keys(typed)
    .filter(name => name.startsWith(chosenBoard) && typed[name])
    .map(name => name.slice(chosenBoard.length))

function readTarget(reading: Reading): Extract<Change, { type: 'result-target' }> {
  switch (reading.typed.span) {
    case 'years': {
      const perYear = reading.years.map((_, i) => readPercent(reading, `target${i}`))
      return { type: 'result-target', target: perYear[0] ?? milliPercent(0), perYear }
    }
    case 'average':
      return { type: 'result-target', target: readPercent(reading, 'target'), average: true }
    default:
      return { type: 'result-target', target: readPercent(reading, 'target') }
  }
}

/** How many years a project is used; null with its fault named. */
export const readUsefulLife = (reading: Reading, name: string): number | null =>
  readWhole(reading, name, {
    from: 1,
    to: longestUsefulLife,
    what: `Skriv hur många år det används, 1 till ${longestUsefulLife}.`,
  })

function readInvestment(reading: Reading): Extract<Change, { type: 'investment' }> {
  const name = textOf(reading, 'name')
  if (name === '' || name.length > longestName)
    reading.faults.name = `Ge projektet ett namn på högst ${longestName} tecken.`
  const usefulLife = readUsefulLife(reading, 'usefulLife')
  const firstDepreciation =
    textOf(reading, 'firstDepreciation') === ''
      ? null
      : readWhole(reading, 'firstDepreciation', {
          from: reading.years[0] ?? 1990,
          to: 2100,
          what: `Skriv ett årtal från ${reading.years[0] ?? 1990}, eller lämna tomt.`,
        })
  return {
    type: 'investment',
    name,
    board: readChoice(reading, 'board', chooseBoard),
    amounts: readSomeAmounts(reading),
    usefulLife: usefulLife ?? 1,
    ...(firstDepreciation !== null && { firstDepreciation }),
  }
}
