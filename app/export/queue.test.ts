import { expect, test } from 'vitest'
import { queue } from './queue'

test('a queue of two never runs three, keeps the order and goes on after a failure', async () => {
  const inLine = queue(2)
  const [started, most]: [number[], number[]] = [[], []]
  let running = 0
  const task = (i: number) => async () => {
    started.push(i)
    running += 1
    most.push(running)
    await new Promise(resolve => setTimeout(resolve, 5))
    running -= 1
    if (i === 1) throw new Error('broken')
    return i
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(i => inLine(task(i))))
  expect(started).toEqual([0, 1, 2, 3, 4, 5])
  expect(Math.max(...most)).toBe(2)
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    true,
    true,
    true,
    true,
  ])
})
