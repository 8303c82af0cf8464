import type { Change } from '~/budget/amendment'
import type { Command } from './budget-model'

/** What is sent as a form. */
export type Fields = Readonly<Record<string, string | number>>

/** The command as the form of the budget page sends it. */
export function fieldsOf(command: Exclude<Command, { type: 'paste' | 'step' }>): Fields {
  switch (command.type) {
    case 'add':
      return { intent: 'add', ...typedOf(command) }
    case 'change':
      return { intent: 'change', ...command.seen, ...typedOf(command) }
    case 'cell': {
      const { board, at, amount } = command.cell
      return { intent: 'cell', board, at, typed: amount, ...(command.seen ?? unsaved) }
    }
    case 'move':
      return { intent: command.move, ...command.seen }
    case 'replace':
      return { intent: 'replace', ...command.seen, replaces: command.replaces ?? '' }
    case 'join': {
      const { id: other, revision: otherRevision } = command.other
      return { intent: 'join', ...command.seen, other, otherRevision }
    }
  }
}

const unsaved = { id: '', revision: 0 }

/** What a member would have typed in the form of the amendment. */
function typedOf({ change, motivation }: { change: Change; motivation: string }): Fields {
  if (!('amounts' in change)) throw new Error(`${change.type} is not typed here`)
  const amounts = change.amounts.map((amount, i): [string, number] => [`amount${i}`, amount])
  return {
    type: change.type,
    motivation,
    ...Object.fromEntries(amounts),
    ...('board' in change && { board: change.board }),
    ...('recurrence' in change && { recurrence: change.recurrence }),
    ...('line' in change && { line: change.line }),
  }
}

export const bodyOf = (fields: Fields) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
