import { expect, test } from 'vitest'
import { groupCommit } from './group-commit'

const turn = () => new Promise(resolve => setTimeout(resolve, 1))

test('rows that arrive during a write go together in the next', async () => {
  const batches: number[][] = []
  const append = groupCommit<number>(async rows => {
    batches.push(rows)
    await turn()
  })
  await Promise.all([1, 2, 3, 4, 5].map(append))
  expect(batches).toEqual([[1], [2], [3, 4, 5]])
})

test('no row is answered before its write has ended', async () => {
  const order: string[] = []
  const append = groupCommit<number>(async () => {
    await turn()
    order.push('committed')
  })
  await append(1).then(() => order.push('answered'))
  expect(order).toEqual(['committed', 'answered'])
})

test('a failed write fails its own rows and no others', async () => {
  const append = groupCommit<number>(async rows => {
    await turn()
    if (rows.includes(1)) throw new Error('full disk')
  })
  const results = await Promise.allSettled([1, 2, 3].map(append))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
})
