import { expect, test } from 'vitest'
import { groupCommit } from './group-commit'

const turn = () => new Promise(resolve => setTimeout(resolve, 10))
const nextTurn = () => new Promise(resolve => setImmediate(resolve))

test('rows that arrive in one turn go together, and so do those that arrive during two writes', async () => {
  const batches: number[][] = []
  const append = groupCommit<number>(async rows => {
    batches.push(rows)
    await turn()
    return new Set(rows.keys())
  })
  const arrived: Promise<boolean>[] = []
  for (const turnful of [[1, 2, 3], [4], [5, 6], [7, 8, 9]]) {
    arrived.push(...turnful.map(append))
    await nextTurn()
  }
  await Promise.all(arrived)
  expect(batches).toEqual([[1, 2, 3], [4], [5, 6, 7, 8, 9]])
})

test('no row is answered before its write has ended', async () => {
  const order: string[] = []
  const append = groupCommit<number>(async () => {
    await turn()
    order.push('committed')
    return new Set([0])
  })
  await append(1).then(() => order.push('answered'))
  expect(order).toEqual(['committed', 'answered'])
})

test('a failed write fails its own rows and no others', async () => {
  const append = groupCommit<number>(async rows => {
    await turn()
    if (rows.includes(1)) throw new Error('full disk')
    return new Set(rows.keys())
  })
  const first = append(1)
  await nextTurn()
  const results = await Promise.allSettled([first, ...[2, 3].map(append)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
})

test('each row is told whether it was stored', async () => {
  const append = groupCommit<number>(async rows => {
    await turn()
    return new Set([...rows.keys()].filter(at => rows[at] !== 2))
  })
  expect(await Promise.all([1, 2, 3].map(append))).toEqual([true, false, true])
})
