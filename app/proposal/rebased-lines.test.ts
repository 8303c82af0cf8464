import { expect, test } from 'vitest'
import type { Change } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { add, tkr } from '~/budget/money'
import { judgeRebase } from '~/budget/rebase'
import { demoFramework as june } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import { rebasedLines } from './rebased-lines'

const linesOf = (change: Change, next: Framework) => {
  const [judged] = judgeRebase(june, adopted([change]), next)
  return judged
    ? rebasedLines(judged, june).map(({ board, year, before, after, change: ours }) => [
        `${board}${board && ' '}${year}`,
        before,
        after,
        ours,
      ])
    : []
}

const amounts = [tkr(500), tkr(0), tkr(0)]
const frame = (board: string): Change => ({
  type: 'frame',
  board,
  recurrence: 'permanent',
  amounts,
})

test('a line that is gone shows what it was and what we did to it', () => {
  const next = { ...june, boards: june.boards.filter(({ id }) => id !== 'OFN') }
  expect(linesOf(frame('OFN'), next)).toEqual([
    ['2025', 5762, null, 500],
    ['2026', 5935, null, 500],
    ['2027', 6113, null, 500],
  ])
})

test('a move between two boards shows both, less and more', () => {
  const next = {
    ...june,
    boards: june.boards.map(board =>
      board.id === 'SBN'
        ? { ...board, frames: board.frames.map(amount => add(amount, tkr(100))) }
        : board,
    ),
  }
  const move: Change = {
    type: 'reallocation',
    from: 'SBN',
    to: 'MSN',
    recurrence: 'one-off',
    amounts,
  }
  expect(linesOf(move, next)).toEqual([
    ['Samhällsbyggnadsnämnden 2025', 78984, 79084, -500],
    ['Samhällsbyggnadsnämnden 2026', 81354, 81454, 0],
    ['Samhällsbyggnadsnämnden 2027', 83795, 83895, 0],
    ['Miljöskyddsnämnden 2025', 17184, 17184, 500],
    ['Miljöskyddsnämnden 2026', 17700, 17700, 0],
    ['Miljöskyddsnämnden 2027', 18231, 18231, 0],
  ])
})

/** The framework so many years later. */
const moved = (by: number) => ({
  ...june,
  years: june.years.map(one => ({ ...one, year: one.year + by })),
})

test('a year is met by itself where the editions have other years', () => {
  expect(linesOf(frame('OFN'), moved(-1))).toEqual([
    ['2024', null, 5762, null],
    ['2025', 5762, 5935, 500],
    ['2026', 5935, 6113, 500],
    ['2027', 6113, null, 500],
  ])
  expect(linesOf(frame('OFN'), moved(1))).toEqual([
    ['2025', 5762, null, 500],
    ['2026', 5935, 5762, 500],
    ['2027', 6113, 5935, 500],
    ['2028', null, 6113, null],
  ])
})
