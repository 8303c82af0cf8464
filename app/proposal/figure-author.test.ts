import { expect, test } from 'vitest'
import type { FrameChange } from '~/budget/amendment'
import { tkr } from '~/budget/money'
import { authorsByYear, type Touch } from './figure-author'

const frame = (
  amounts: number[],
  recurrence: FrameChange['recurrence'] = 'one-off',
): FrameChange => ({
  type: 'frame',
  board: 'VON',
  recurrence,
  amounts: amounts.map(tkr),
})
const adopted = (change: FrameChange) => ({ change, state: 'adopted' as const })
const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const save = (
  name: string,
  hour: number,
  before: FrameChange | null,
  after: FrameChange,
  undone = false,
): Touch => ({
  before: before && adopted(before),
  after: adopted(after),
  author: { name, at: at(hour) },
  undone,
})
const last = { name: 'Eva', at: at(23) }
const names = (change: FrameChange, touches: readonly Touch[]) =>
  authorsByYear(change, touches, last).map(({ name }) => name)

const karins = save('Karin', 8, null, frame([100, 0, 0]))
const johans = save('Johan', 9, frame([100, 0, 0]), frame([100, 50, 0]))

test.each<[string, FrameChange, Touch[], string[]]>([
  ['each year has its own', frame([100, 50, 0]), [johans, karins], ['Karin', 'Johan', 'Eva']],
  ['nothing logged', frame([100, 0, 0]), [], ['Eva', 'Eva', 'Eva']],
  [
    'what carries on is of who began it',
    frame([100, 0, 0], 'indexed'),
    [save('Karin', 8, null, frame([100, 0, 0], 'indexed'))],
    ['Karin', 'Karin', 'Karin'],
  ],
  [
    'what was undone is of who undid it',
    frame([100, 0, 0]),
    [karins, save('Johan', 10, frame([100, 0, 0]), frame([7, 0, 0]), true)],
    ['Johan', 'Eva', 'Eva'],
  ],
  ['another base moved the amount', frame([103, 0, 0]), [karins], ['Eva', 'Eva', 'Eva']],
])('%s', (_, change, touches, expected) => expect(names(change, touches)).toEqual(expected))

test('the time is of the save that the figure is from', () => {
  expect(authorsByYear(frame([100, 50, 0]), [karins, johans], last)[0]?.at).toEqual(at(8))
})
