import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import { checkSources } from './check-sources'
import { tkr } from './money'

const amounts = [tkr(1000), tkr(0), tkr(0)]

/** What C13 finds where each amendment has a measure that is paid by one of the sources. */
const found = (...sources: string[]) =>
  checkSources(
    demoFramework,
    adopted(
      sources.map((sourceId, i) => ({
        type: 'frame',
        board: 'BUN',
        recurrence: 'indexed',
        amounts,
        measures: [{ id: `m${i + 1}`, name: `Lärare ${i + 1}`, amounts, sourceId }],
      })),
    ),
  )

test.each([
  ['Skolbidraget', 'Skolbidraget'],
  ['Skolbidraget', 'skolbidraget '],
])('the source %j and %j are the same money', (first, second) => {
  expect(found(first, second)).toMatchObject([
    {
      id: 'C13',
      place: 'amendment:a2',
      message: expect.stringMatching(/^Ä2 \(Lärare 2\) har .* räknas i Ä1 \(Lärare 1\)\. Samma/),
    },
  ])
})

test('money that the base counts on already is not ours to count', () => {
  const [grant] = demoFramework.grants
  expect(found(grant?.id ?? '')).toMatchObject([
    { id: 'C13', message: expect.stringContaining(`ramens ${grant?.name}`) },
  ])
})

test('two sources are two', () => {
  expect(found('Ett', 'Två')).toEqual([])
})
