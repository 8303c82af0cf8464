import type { Change, InvestmentChange } from '~/budget/amendment'
import { longestName } from '~/budget/bounds'
import type { Framework, TableUnit } from '~/budget/framework'
import { formatExactIn } from '~/budget/table-unit'
import { readUsefulLife } from './change-form'
import { readSomeAmounts, textOf, type Reading, type Typed } from './typed'

/** The most investment projects that are typed of another proposal. */
const mostProjects = 40
/** How many empty rows stand under those that are written. */
const emptyRows = 2

/** A project's part of a field's name: `project.0.name`, `.board`, `.life` and an amount a year, `.0`, `.1`, … */
export const projectField = (row: number, part: string | number): string => `project.${row}.${part}`

const rowsIn = (typed: Typed): number[] =>
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
  const next = (rowsIn(typed).at(-1) ?? -1) + 1
  return Array.from({ length: Math.min(next + emptyRows, mostProjects) }, (_, row) => row)
}

/** The investment projects that are typed; a row without anything written in it is none. */
export const readProjects = (reading: Reading, { boards }: Framework): InvestmentChange[] =>
  rowsIn(reading.typed)
    .filter(row => row < mostProjects)
    .map(row => {
      const text = (part: string) => textOf(reading, projectField(row, part))
      const fault = (part: string, message: string) =>
        (reading.faults[projectField(row, part)] ??= message)
      const name = text('name')
      if (name === '' || name.length > longestName)
        fault('name', `Ge projektet ett namn på högst ${longestName} tecken.`)
      const board = text('board')
      if (!boards.some(({ id }) => id === board)) fault('board', 'Välj en nämnd.')
      return {
        type: 'investment',
        name,
        board,
        amounts: readSomeAmounts(reading, projectField(row, '')),
        usefulLife: readUsefulLife(reading, projectField(row, 'life')) ?? 1,
      }
    })

/** What stands in the form of those among the changes that are projects. */
export function typedProjects(changes: readonly Change[], unit: TableUnit): Record<string, string> {
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
