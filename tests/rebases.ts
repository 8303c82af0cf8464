import { demoFramework } from '../prisma/demo/framework'
import type { Amendment, Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { add, tkr } from '~/budget/money'
import type { RebaseDecision } from '~/budget/rebase'

export const hash = 'b'.repeat(64)
export const june = demoFramework

/** The framework with a board's frames raised in the decided years. */
export const withBoard = (
  id: string,
  steps: readonly number[],
  framework: Framework = june,
): Framework => ({
  ...framework,
  boards: framework.boards.map(board =>
    board.id === id
      ? { ...board, frames: board.frames.map((frame, i) => add(frame, tkr(steps[i] ?? 0))) }
      : board,
  ),
})

export const without = (id: string): Framework => ({
  ...june,
  boards: june.boards.filter(board => board.id !== id),
})

export const amendment = (
  number: number,
  change: Change,
  more: Partial<Amendment> = {},
): Amendment => ({
  id: `a${number}`,
  number,
  state: 'adopted',
  change,
  motivation: '',
  section: null,
  baseHash: 'a'.repeat(64),
  ...more,
})

export const frame = (board: string, amounts: readonly number[]): Change => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: amounts.map(tkr),
})

export const all = (amendments: readonly Amendment[], type: 'change' | 'result' | 'met') =>
  new Map(amendments.map(({ id }): [string, RebaseDecision] => [id, { type }]))
