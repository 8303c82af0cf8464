import type { Change, Recurrence } from './amendment'
import { figureList, formatOre, formatPercent, formatSignedPercent, noBreak } from './format'
import type { TableUnit } from './framework'
import type { Tkr } from './money'
import { listIn } from './table-unit'

type Named = { readonly id: string; readonly name: string }

/** Where the names of lines are read from: a framework, or a statement of it. */
export type LineNames = { readonly boards: readonly Named[]; readonly grants: readonly Named[] }

/** The names of several bases: a line that the first has no more is called as the next of them does. */
export const namesOfAll = (...bases: readonly LineNames[]): LineNames => ({
  boards: bases.flatMap(({ boards }) => boards),
  grants: bases.flatMap(({ grants }) => grants),
})

const nameIn = (lines: readonly Named[], id: string): string =>
  lines.find(line => line.id === id)?.name ?? id

/** The line that a change stands on, as the tables call it. */
export function changeName(change: Change, { boards, grants }: LineNames): string {
  switch (change.type) {
    case 'frame':
      return nameIn(boards, change.board)
    case 'indexation':
      return change.boards.length === 0
        ? 'Uppräkning, alla nämnder'
        : `Uppräkning, ${change.boards.map(board => nameIn(boards, board)).join(', ')}`
    case 'tax-rate':
      return 'Skattesats'
    case 'result-target':
      return 'Resultatmål'
    case 'revenue':
      return change.line === 'settlement' ? 'Slutavräkning' : nameIn(grants, change.line)
    case 'central-finance':
      return 'Finansförvaltning'
    case 'financial-net':
      return 'Finansnetto'
    case 'result-reserve':
      return 'Resultatreserv'
    case 'borrowing-limit':
      return 'Låneram'
    case 'investment':
      return `${change.name}, ${nameIn(boards, change.board)}`
    case 'reallocation':
      return `Från ${nameIn(boards, change.from)} till ${nameIn(boards, change.to)}`
  }
}

const recurrences: Readonly<Record<Recurrence, string>> = {
  indexed: 'ligger kvar och räknas upp',
  permanent: 'ligger kvar utan uppräkning',
  'one-off': 'bara det året',
}

/** What a change does, in words and figures: what two versions are compared by. */
export function changeText(change: Change, unit: TableUnit = 'tkr'): string {
  const list = (amounts: readonly Tkr[]) =>
    listIn(unit, amounts).replace(noBreak + unit, ` ${unit}`)
  switch (change.type) {
    case 'frame':
    case 'reallocation':
      return `${list(change.amounts)}, ${recurrences[change.recurrence]}`
    case 'indexation':
      return change.basis === 'points'
        ? `${figureList(change.percent.map(formatSignedPercent))} procentenheter`
        : `effektiviseringskrav ${figureList(change.percent.map(formatPercent))} procent`
    case 'tax-rate':
      return `${change.ore > 0 ? '+' : ''}${formatOre(change.ore)}`
    case 'result-target':
      return targetText(change)
    case 'revenue':
      return change.conditional === undefined
        ? list(change.amounts)
        : `${list(change.amounts)}, om ${change.conditional}`
    case 'central-finance':
      return `${list(change.amounts)} i nettokostnad`
    case 'financial-net':
      return list(change.amounts)
    case 'result-reserve':
      return `${list(change.amounts)} ur reserven`
    case 'borrowing-limit':
      return `ram ${list(change.amounts)}, nya lån ${list(change.loans)}`
    case 'investment':
      return `${list(change.amounts)}, skrivs av på ${change.usefulLife} år`
  }
}

function targetText({ target, perYear, average }: Extract<Change, { type: 'result-target' }>) {
  const unit = `${noBreak}procent`
  if (average) return `${formatPercent(target)}${unit} i genomsnitt`
  return perYear && perYear.length > 0
    ? `${figureList(perYear.map(formatPercent))}${unit}`
    : `${formatPercent(target)}${unit}`
}
