import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import type { Amendment } from './amendment'
import { checkSources } from './check-sources'
import { tkr } from './money'

const amounts = [tkr(1000), tkr(0), tkr(0)]

const paidBy = (number: number, sourceId: string): Amendment => ({
  id: `a${number}`,
  number,
  state: 'adopted',
  change: {
    type: 'frame',
    board: 'BUN',
    recurrence: 'indexed',
    amounts,
    measures: [{ id: `m${number}`, name: `Lärare ${number}`, amounts, sourceId }],
  },
  motivation: '',
  section: null,
  baseHash: 'b'.repeat(64),
})

test.each([
  ['Skolbidraget', 'Skolbidraget'],
  ['Skolbidraget', 'skolbidraget '],
])('the source %j and %j are the same money', (first, second) => {
  expect(checkSources(demoFramework, [paidBy(1, first), paidBy(2, second)])).toMatchObject([
    {
      id: 'C13',
      place: 'amendment:a2',
      message: expect.stringMatching(/^Ä2 \(Lärare 2\) har .* räknas i Ä1 \(Lärare 1\)\. Samma/),
    },
  ])
})

test('money that the base counts on already is not ours to count', () => {
  const [grant] = demoFramework.grants
  expect(checkSources(demoFramework, [paidBy(1, grant?.id ?? '')])).toMatchObject([
    { id: 'C13', message: expect.stringContaining(`ramens ${grant?.name}`) },
  ])
})

test('two sources are two', () => {
  expect(checkSources(demoFramework, [paidBy(1, 'Ett'), paidBy(2, 'Två')])).toEqual([])
})
