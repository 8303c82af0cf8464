import { afterAll, beforeAll, expect, test } from 'vitest'
import { KilledApp, wayOf } from './kill-rounds'

/** 200 of them: `npm run bench -- kill`. */
const rounds = 20

let killed: KilledApp

beforeAll(async () => {
  killed = await KilledApp.start()
}, 120_000)

afterAll(() => killed.stop(), 60_000)

test.each(Array.from({ length: rounds }, (_, i) => ({ round: i + 1, title: wayOf(i + 1).title })))(
  'kill -9 in round $round: $title, and all that was acknowledged is there',
  { timeout: 60_000 },
  async ({ round }) => {
    const before = killed.writers.map(({ client }) => client.acknowledged)
    expect((await killed.round(round)).lost).toEqual([])
    expect(killed.writers.map(({ client }) => client.acknowledged)).not.toEqual(before)
  },
)

test('in the end all that was typed is there, acknowledged and the same for everybody', async () => {
  expect(await killed.end()).toEqual([])
}, 60_000)
