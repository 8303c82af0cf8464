import type { Change } from '~/budget/amendment'
import { formatPercent } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { formatExactIn } from '~/budget/table-unit'
import type { Rival } from './rival'
import { typedLines } from './rival-lines'
import type { Typed } from './typed'

/** The field of a board's change in the year at `i`. */
export const boardField = (board: string, i: number | ''): string => `${boardPrefix(board)}${i}`
export const boardPrefix = (board: string) => `frame.${board}.`

/** The field of the indexation of the year at `i`, in percentage points. */
export const indexField = (i: number | ''): string => `index.${i}`

/** The most investment projects that are typed of another proposal. */
export const mostProjects = 40
/** How many empty rows stand under those that are written. */
const emptyRows = 2

/** A project's part of a field's name: `project.0.name`, `.board`, `.life` and an amount a year, `.0`, `.1`, … */
export const projectField = (row: number, part: string | number): string => `project.${row}.${part}`

/** The rows that something is written in. */
export const writtenProjects = (typed: Typed): number[] =>
  [
    ...new Set(
      Object.keys(typed).flatMap(name => {
        const row = /^project\.(\d{1,2})\./.exec(name)?.[1]
        return row !== undefined && typed[name]?.trim() ? [Number(row)] : []
      }),
    ),
  ].toSorted((a, b) => a - b)

/** The rows that the form shows: those that are written, and some that are not. */
export function projectRows(typed: Typed): number[] {
  const next = (writtenProjects(typed).at(-1) ?? -1) + 1
  return Array.from({ length: Math.min(next + emptyRows, mostProjects) }, (_, row) => row)
}

/** What stands in the form of a proposal that was typed in, in its base's unit. */
export function typedRival(
  { name, source, datedOn, amendments }: Rival,
  unit: TableUnit,
): Record<string, string> {
  const typed: Record<string, string> = {
    name,
    source,
    datedOn: datedOn ?? '',
    ...typedProjects(
      amendments.map(({ change }) => change),
      unit,
    ),
  }
  for (const { change } of amendments) {
    if (change.type === 'frame')
      change.amounts.forEach((amount, i) => {
        if (amount !== 0) typed[boardField(change.board, i)] = formatExactIn(unit, amount)
      })
    for (const { field, amounts } of typedLines(change))
      amounts.forEach((amount, i) => {
        if (amount !== 0) typed[`${field}${i}`] = formatExactIn(unit, amount)
      })
    if (change.type === 'indexation')
      change.percent.forEach((percent, i) => {
        if (percent !== 0) typed[indexField(i)] = formatPercent(percent)
      })
    if (change.type === 'tax-rate') typed.ore = String(change.ore)
    if (change.type === 'result-target') typed.target = formatPercent(change.target)
  }
  return typed
}

/** What stands in the form of those among the changes that are projects. */
function typedProjects(changes: readonly Change[], unit: TableUnit): Record<string, string> {
  const projects = changes.filter(change => change.type === 'investment')
  return Object.fromEntries(
    projects.flatMap(({ name, board, usefulLife, amounts }, row) => [
      [projectField(row, 'name'), name],
      [projectField(row, 'board'), board],
      [projectField(row, 'life'), String(usefulLife)],
      ...amounts.flatMap((amount, i) =>
        amount === 0 ? [] : [[projectField(row, i), formatExactIn(unit, amount)]],
      ),
    ]),
  )
}
