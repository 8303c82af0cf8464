import { changeName } from '~/budget/change-name'
import { formatOre, formatPercent, formatRate, formatShare, noBreak } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { add, subtract, tkr, zero, type Tkr } from '~/budget/money'
import type { PlainRow } from '~/budget/plain-table'
import { milliPercent, ore } from '~/budget/rate'
import type { Remedy, RemedyType } from '~/budget/remedy'
import type { Statement } from '~/budget/statement'
import { exactWithUnit, formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import { targetText } from '~/budget/target-text'

/** The kinds, where one leads nowhere and has no figures to name it by. */
export const remedyNames: Readonly<Record<RemedyType, string>> = {
  'tax-rate': 'Höjd skattesats',
  board: 'Mindre till en nämnd',
  even: 'Jämnt över våra tillägg',
  target: 'Lägre resultatmål',
  reserve: 'Resultatreserven',
}

/** The alternative in one line: how much, on what. */
export function remedyTitle({ type, step, changes }: Remedy, statement: Statement): string {
  const [first] = changes
  switch (type) {
    case 'tax-rate':
      return `${formatOre(ore(step))} högre skatt`
    case 'board':
      return `${exactWithUnit(statement.unit, tkr(step))} mindre till ${first ? changeName(first.change, statement) : ''}`
    case 'even':
      return `${formatPercent(milliPercent(step))}${noBreak}% mindre på allt vi lägger till`
    case 'target':
      return `Resultatmålet ${targetOf(first?.change)}${noBreak}% i stället för ${targetText(statement)}${noBreak}%`
    case 'reserve':
      return `${exactWithUnit(statement.unit, tkr(step))} ur resultatreserven`
  }
}

const targetOf = (change: Remedy['changes'][number]['change'] | undefined) =>
  change?.type === 'result-target' ? formatPercent(change.target) : ''

/** What the alternative means, and what it does not. */
export function remedyMeaning({ type }: Remedy, { taxRate, years }: Statement): string {
  switch (type) {
    case 'tax-rate':
      return `Läggs på dagens ${formatRate(taxRate.proposed)} kronor per skattekrona och gäller alla åren. Ett öre mindre räcker inte.`
    case 'board':
      return `Dras från ${years[0] ?? ''}, ligger kvar och räknas upp som ramen. Motiveringen blir tom: skriv där vad som tas bort innan ändringen antas (C24).`
    case 'even':
      return 'Samma andel av varje tillägg, år för år, avrundad till hela tusental kronor. Motiveringarna blir tomma: skriv där vad som tas bort innan ändringarna antas (C24).'
    case 'target':
      return 'Inga pengar flyttas: det är det högsta mål som förslaget når alla åren.'
    case 'reserve':
      return 'Täcker budgetårets underskott i balanskravsresultatet (KL 11:14). Årets resultat och kvar att finansiera ändras inte.'
  }
}

/** The reason that the amendment gets. Of a cut only a member can say what is taken away. */
export function remedyMotivation({ type }: Pick<Remedy, 'type'>, { target }: Statement): string {
  switch (type) {
    case 'tax-rate':
      return target === null
        ? 'För att intäkterna ska överstiga kostnaderna.'
        : 'För att nå resultatmålet alla åren.'
    case 'target':
      return 'Ett resultatmål som förslaget når alla åren.'
    case 'reserve':
      return 'Täcker budgetårets underskott ur resultatreserven.'
    case 'board':
    case 'even':
      return ''
  }
}

/** What the alternative does, year by year: what it moves, and what the result and the distance to the target become. */
export function remedyRows({ type, changes, after }: Remedy, before: Statement): PlainRow[] {
  const { plain, signed } = textsIn(before.unit)
  const moved = after.income.result.proposed.map((result, i) =>
    subtract(result, before.income.result.proposed[i] ?? zero),
  )
  return [
    ...(type === 'even' ? movedRows(before, after) : []),
    ...(type === 'board' ? changes.flatMap(({ change }) => frameRow(change, after)) : []),
    ...(type === 'tax-rate' || type === 'board' || type === 'even'
      ? [ours('Bättre resultat', moved.map(signed))]
      : []),
    ...(type === 'reserve'
      ? [
          ours('Ur reserven', after.position.requirement.fromReserve.proposed.map(signed)),
          row('Balanskravsresultat', after.position.requirement.balanceResult.proposed.map(plain)),
        ]
      : []),
    ...standingRows(after),
  ]
}

/** The result against the target, year by year. */
export function standingRows(statement: Statement): PlainRow[] {
  const { income, resultShare, gap, margin, targetAveraged, target } = statement
  const { plain } = textsIn(statement.unit)
  const required = income.result.proposed.map((result, i) =>
    subtract(add(result, gap[i] ?? zero), margin[i] ?? zero),
  )
  const when = targetAveraged ? ', hela perioden' : ''
  return [
    row('Årets resultat', income.result.proposed.map(plain)),
    row(
      'Andel av skatt och bidrag, %',
      resultShare.proposed.map(share => formatShare(share)),
    ),
    // what an average asks for has no years
    ...(target === null || targetAveraged
      ? []
      : [row('Resultatet som målet kräver', required.map(plain))]),
    ...(gap.some(amount => amount > 0)
      ? [row(`Kvar att finansiera${when}`, gap.map(plain), 'sub')]
      : []),
    row(`Utrymme${when}`, margin.map(plain), 'sub'),
  ]
}

/** Amounts in the base's unit, none of them rounded: a remedy is exact. */
const textsIn = (unit: TableUnit) => ({
  plain: (amount: Tkr) => formatExactIn(unit, amount),
  signed: (amount: Tkr) => formatSignedExactIn(unit, amount),
})

const row = (name: string, cells: string[], kind?: PlainRow['kind']): PlainRow => ({
  name,
  kind,
  cells,
})
/** A row of what we would change, in every year. */
const ours = (name: string, cells: string[]): PlainRow => ({ ...row(name, cells), ours: 'all' })

/** The boards whose frames the alternative moves, each once: together they are what the result becomes better by. */
const movedRows = (before: Statement, after: Statement): PlainRow[] =>
  after.boards.flatMap(({ name, proposed }, i) => {
    const moved = proposed.map((amount, year) =>
      subtract(amount, before.boards[i]?.proposed[year] ?? zero),
    )
    return moved.some(Boolean) ? [ours(name, moved.map(textsIn(after.unit).signed))] : []
  })

function frameRow(
  change: Remedy['changes'][number]['change'],
  { boards, unit }: Statement,
): PlainRow[] {
  const frame = change.type === 'frame' && boards.find(({ id }) => id === change.board)
  return frame ? [row('Nämndens ram', frame.proposed.map(textsIn(unit).plain))] : []
}
