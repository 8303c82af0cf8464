import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInside, moved, spotsOf, type Spot } from './grid'

const extent = { rows: 4, years: [0, 1, 2] }
const press = (key: string, { ctrl = false, shift = false } = {}) => ({ key, ctrl, shift })
const ctrl = { ctrl: true }
const shift = { shift: true }

describe('moved', () => {
  test.each([
    ['ArrowUp', {}, [1, 1], [0, 1]],
    ['ArrowUp', {}, [0, 1], [0, 1]],
    ['ArrowDown', {}, [3, 1], [3, 1]],
    ['ArrowDown', ctrl, [0, 1], [3, 1]],
    ['ArrowLeft', {}, [1, 0], [1, 0]],
    ['ArrowRight', {}, [1, 1], [1, 2]],
    ['ArrowRight', ctrl, [1, 0], [1, 2]],
    ['Home', {}, [2, 2], [2, 0]],
    ['Home', ctrl, [2, 2], [0, 0]],
    ['End', {}, [2, 0], [2, 2]],
    ['End', ctrl, [2, 0], [3, 2]],
    ['PageDown', {}, [0, 1], [3, 1]],
    ['Enter', {}, [1, 1], [2, 1]],
    ['Enter', shift, [1, 1], [0, 1]],
    ['Tab', {}, [1, 2], [2, 0]],
    ['Tab', shift, [1, 0], [0, 2]],
    ['Tab', {}, [3, 2], null],
    ['Tab', shift, [0, 0], null],
    ['a', {}, [1, 1], null],
  ] as const)('%s %o from %o leads to %o', (key, held, [row, at], to) => {
    const spot = moved({ row, at }, press(key, held), extent)
    expect(spot && [spot.row, spot.at]).toEqual(to)
  })

  test('where one year is shown, a step right stays and Tab goes to the next row', () => {
    const one = { rows: 4, years: [1] }
    expect(moved({ row: 0, at: 1 }, press('ArrowRight'), one)).toEqual({ row: 0, at: 1 })
    expect(moved({ row: 0, at: 1 }, press('Tab'), one)).toEqual({ row: 1, at: 1 })
  })

  test('no key leads out of the table, and Shift-Tab undoes Tab', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Tab']
    const walk = fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean(), fc.boolean()))
    fc.assert(
      fc.property(walk, fc.integer({ min: 1, max: 30 }), (steps, rows) => {
        let spot: Spot = { row: 0, at: 0 }
        for (const [key, withCtrl, withShift] of steps) {
          spot =
            moved(spot, press(key, { ctrl: withCtrl, shift: withShift }), {
              rows,
              years: [0, 1],
            }) ?? spot
          expect(spot.row).toBeGreaterThanOrEqual(0)
          expect(spot.row).toBeLessThan(rows)
          expect([0, 1]).toContain(spot.at)
        }
        const next = moved(spot, press('Tab'), { rows, years: [0, 1] })
        if (next) expect(moved(next, press('Tab', shift), { rows, years: [0, 1] })).toEqual(spot)
      }),
    )
  })
})

test('an area is the same whichever corner it was drawn from, and leaves out hidden years', () => {
  const corners = [
    { row: 2, at: 2 },
    { row: 1, at: 0 },
  ] as const
  const [from, to] = corners
  expect(spotsOf({ from, to }, extent)).toEqual(spotsOf({ from: to, to: from }, extent))
  expect(spotsOf({ from, to }, { rows: 4, years: [0, 2] })).toEqual([
    [
      { row: 1, at: 0 },
      { row: 1, at: 2 },
    ],
    [
      { row: 2, at: 0 },
      { row: 2, at: 2 },
    ],
  ])
  expect(isInside({ row: 0, at: 1 }, { from, to })).toBe(false)
})
