import type { InvestmentChange } from '~/budget/amendment'
import { longestName } from '~/budget/bounds'
import type { Framework } from '~/budget/framework'
import { readUsefulLife } from './change-form'
import { mostProjects, projectField, writtenProjects } from './rival-fields'
import { readSomeAmounts, textOf, type Reading } from './typed'

/** The investment projects that are typed; a row without anything written in it is none. */
export const readProjects = (reading: Reading, { boards }: Framework): InvestmentChange[] =>
  writtenProjects(reading.typed)
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
