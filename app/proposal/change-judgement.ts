import type { Change } from '~/budget/amendment'
import { hasRevenue } from '~/budget/effect'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import type { Measure } from '~/budget/measure'
import { wrongProduct } from '~/budget/measured'
import type { Fault } from '~/outcome'

const invalid = (field: string, message: string): Fault => ({ kind: 'invalid', field, message })

/** Why a change cannot be made to the framework, or null. */
export function changeFault(framework: Framework, change: Change): Fault | null {
  switch (change.type) {
    case 'frame':
      return (
        boardFault(framework, change.board, 'board') ??
        yearsFault(framework, change.amounts) ??
        measuresFault(framework, change.measures ?? [])
      )
    case 'indexation':
      return (
        change.boards.reduce<Fault | null>(
          (fault, board) => fault ?? boardFault(framework, board, 'boards'),
          null,
        ) ?? yearsFault(framework, change.percent)
      )
    case 'tax-rate':
      return taxFault(framework, change.ore)
    case 'result-target':
      return change.perYear ? yearsFault(framework, change.perYear) : null
    case 'revenue':
      return hasRevenue(framework, change.line)
        ? yearsFault(framework, change.amounts)
        : invalid('line', 'Intäktsraden finns inte i grunden. Välj en av dess rader.')
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
      return yearsFault(framework, change.amounts)
    case 'borrowing-limit':
      return yearsFault(framework, change.amounts) ?? yearsFault(framework, change.loans)
    case 'investment':
      return boardFault(framework, change.board, 'board') ?? yearsFault(framework, change.amounts)
    case 'reallocation':
      if (change.from === change.to)
        return invalid('to', 'Välj en annan nämnd än den som pengarna tas från.')
      return (
        boardFault(framework, change.from, 'from') ??
        boardFault(framework, change.to, 'to') ??
        yearsFault(framework, change.amounts)
      )
  }
}

const boardFault = (framework: Framework, id: string, field: string): Fault | null =>
  framework.boards.some(board => board.id === id)
    ? null
    : invalid(field, 'Nämnden finns inte i grunden. Välj en av dess nämnder.')

function yearsFault(framework: Framework, list: readonly unknown[]): Fault | null {
  const years = decidedYears(framework).length
  return list.length === years
    ? null
    : invalid('amounts', `Ange ett värde för vart och ett av de ${years} åren.`)
}

function measuresFault(framework: Framework, measures: readonly Measure[]): Fault | null {
  const ids = new Set(measures.map(({ id }) => id))
  if (ids.size !== measures.length)
    return invalid('measures', 'Två åtgärder har samma id. Ta bort den ena.')
  return measures.reduce<Fault | null>(
    (fault, measure) => fault ?? measureFault(framework, measure),
    null,
  )
}

function measureFault(framework: Framework, measure: Measure): Fault | null {
  const wrong = wrongProduct(measure, framework.unit)
  if (wrong !== null)
    return invalid(
      'measures',
      `${measure.name}: antal gånger pris är ${wrong.product}, men beloppet är ${wrong.amount}. Ändra det ena.`,
    )
  return yearsFault(framework, measure.amounts)
}

function taxFault({ tax: { rate, base } }: Framework, change: number): Fault | null {
  if (rate === undefined || base === undefined)
    return invalid(
      'ore',
      'Grunden har varken skattesats eller skatteunderlag, så ändringen går inte att räkna. Läs in en grund som har dem.',
    )
  const proposed = rate + change
  if (change === 0)
    return invalid('ore', 'Skriv hur många öre skattesatsen ändras, till exempel 30 eller −15.')
  return proposed >= 0 && proposed <= 10_000
    ? null
    : invalid('ore', 'Skattesatsen skulle hamna utanför 0–100 kronor per 100 kronor.')
}
