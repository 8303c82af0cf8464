import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoAmendments } from '../../prisma/demo/amendments'
import { demoFramework } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import {
  amountsOf,
  axis,
  barsIn,
  boards,
  demo,
  frame,
  of,
  shown,
  statement,
} from '../../tests/charts'
import type { Change } from './amendment'
import { drawChart } from './chart-drawing'
import { boardChart, chartsOf, financingChart } from './charts'
import type { Framework } from './framework'
import { sum, tkr, zero } from './money'
import { targetChart } from './target-chart'
import { milliPercent, ore } from './rate'
import { statementOf } from './statement'

/** Where the first year's mark is, and where its bar ends. */
const positions = (made: ReturnType<typeof statement>) => {
  const chart = shown(targetChart(made))
  const [mark] = of(drawChart(chart, 'wide').shapes, 'target').slice(1)
  const bar = barsIn(chart)[1]
  return [mark?.type === 'line' ? mark.x1 : 0, (bar?.x ?? 0) + (bar?.width ?? 0)] as const
}

describe('change per board', () => {
  test('the demo, the largest first, with the amounts of the table', () => {
    const chart = shown(boardChart(demo))
    expect(chart.rows.map(({ label, bars }) => [label, bars[0]?.text])).toEqual([
      ['Barn- och ungdomsnämnden', '+50\u00A0000'],
      ['Vård- och omsorgsnämnden', '+20\u00A0000'],
      ['Kultur- och utbildningsnämnden', '+10\u00A0000'],
      ['Kommunstyrelsen', '+5\u00A0000'],
      ['Socialnämnden', '+2\u00A0000'],
    ])
    expect(chart.table.rows.at(-1)).toEqual({
      name: 'Alla nämnder',
      cells: ['+87\u00A0000', '+89\u00A0610', '+92\u00A0298'],
    })
    expect(chart.keys.map(({ look }) => look)).toEqual(['plus'])
  })

  test('nothing changed is no chart', () => expect(boardChart(statement([]))).toBeNull())

  test('a change in a later year alone stands as zero, and in the table with its year', () => {
    const later: Change = {
      ...frame('SN', 0),
      type: 'frame',
      board: 'SN',
      recurrence: 'one-off',
      amounts: [zero, tkr(7), zero],
    }
    const chart = shown(boardChart(statement([later])))
    expect(chart.rows[0]?.bars[0]?.text).toBe('0')
    expect(chart.table.rows[0]?.cells).toEqual(['0', '+7', '0'])
    expect(barsIn(chart)[0]?.width).toBe(0)
  })

  test('more on the one side of zero, less on the other, as long as the amounts say', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900_000, max: 900_000 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('wide' as const, 'narrow' as const),
        (amounts, form) => {
          const changes = amounts.map((amount, i) => frame(`B${i}`, amount))
          const chart = boardChart(statement(changes, boards(12)))
          if (!chart) return expect(amounts.every(amount => amount === 0)).toBe(true)
          const bars = barsIn(chart, form)
          const drawn = amountsOf(chart)
          const longest = Math.max(...drawn.map(Math.abs))
          const scale =
            (bars[drawn.findIndex(amount => Math.abs(amount) === longest)]?.width ?? 0) /
            (longest || 1)
          drawn.forEach((amount, i) =>
            expect(bars[i]?.width).toBeCloseTo(Math.abs(amount) * scale, 1),
          )
          if (form === 'wide')
            bars.forEach((bar, i) =>
              expect((drawn[i] ?? 0) < 0 ? bar.x + bar.width : bar.x).toBeCloseTo(axis(chart), 1),
            )
        },
      ),
    ))

  test('48 boards: the largest by name, the rest as one, and no amount is lost', () => {
    const changes = Array.from({ length: 48 }, (_, i) =>
      frame(`B${i}`, (i % 2 ? -1 : 1) * (i + 1) * 100),
    )
    const made = statement(changes, boards(48))
    const chart = shown(boardChart(made))
    expect(chart.rows).toHaveLength(24)
    expect(chart.rows.map(({ label }) => label)).toContain('Övriga 25 nämnder')
    expect(sum(amountsOf(chart).map(tkr))).toBe(made.frames.change[0])
    expect(chart.table.rows).toHaveLength(49)
  })
})

describe('from the result of the base to ours', () => {
  const anyChanges: fc.Arbitrary<Change[]> = fc
    .record({
      frames: fc.array(fc.integer({ min: -200_000, max: 200_000 }), { maxLength: 30 }),
      ore: fc.integer({ min: -300, max: 300 }),
      finance: fc.integer({ min: -9_000, max: 9_000 }),
      grant: fc.integer({ min: -9_000, max: 9_000 }),
      net: fc.integer({ min: -9_000, max: 9_000 }),
    })
    .map(({ frames, ore: rate, finance, grant, net }): Change[] => [
      ...frames.map((amount, i) => frame(`B${i}`, amount)),
      { type: 'tax-rate', ore: ore(rate) },
      { type: 'central-finance', amounts: [tkr(finance), zero, zero] },
      { type: 'revenue', line: 'settlement', amounts: [tkr(grant), zero, zero] },
      { type: 'financial-net', amounts: [tkr(net), zero, zero] },
    ])

  test('each step begins where the last one ended, and the last total is the proposed result', () =>
    fc.assert(
      fc.property(anyChanges, changes => {
        const made = statement(changes, boards(30))
        const chart = financingChart(made)
        if (!chart) return expect(made.income.result.change[0]).toBe(0)
        const bars = chart.rows.flatMap(row => row.bars)
        expect(bars[0]).toMatchObject({ from: 0, to: made.income.result.base[0] })
        expect(bars.at(-1)).toMatchObject({ from: 0, to: made.income.result.proposed[0] })
        bars.slice(1, -1).forEach((bar, i) => expect(bar.from).toBe(bars[i]?.to))
        expect(bars.at(-2)?.to).toBe(made.income.result.proposed[0])
      }),
    ))

  test('the lines between the steps meet both bars', () => {
    const chart = shown(financingChart(demo))
    const bars = barsIn(chart)
    const joins = of(drawChart(chart, 'wide').shapes, 'join').flatMap(shape =>
      shape.type === 'line' ? shape : [],
    )
    expect(joins).toHaveLength(bars.length - 1)
    joins.forEach((join, i) => {
      for (const bar of [bars[i], bars[i + 1]])
        expect(
          [bar?.x, (bar?.x ?? 0) + (bar?.width ?? 0)].some(
            end => Math.abs((end ?? 0) - join.x1) < 0.02,
          ),
        ).toBe(true)
    })
  })

  test('nothing changed is no chart', () => expect(financingChart(statement([]))).toBeNull())

  test('a base in deficit has its bars on the other side of zero', () => {
    const chart = shown(financingChart(statement([frame('BUN', 200_000)])))
    const last = barsIn(chart).at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(axis(chart), 1)
    expect(chart.rows.at(-1)?.bars[0]?.text).toMatch(/^−/)
  })
})

describe('the result against the target', () => {
  test('the demo: the mark is what the target asks for, in each year', () => {
    const chart = shown(targetChart(demo))
    expect(chart.rows.map(({ label, target }) => [label, target])).toEqual([
      ['2025', 71_351],
      ['2026', 73_586],
      ['2027', 75_843],
    ])
    expect(chart.rows[0]?.bars.map(({ text }) => text)).toEqual([
      '123\u00A0100, 4,0138\u00A0%',
      '71\u00A0380, 2,3009\u00A0%',
    ])
    expect(chart.table.rows[0]?.cells).toEqual([
      '123\u00A0100',
      '71\u00A0380',
      '2,3009',
      '71\u00A0351',
      '+29',
    ])
  })

  test('a target that is missed is to the right of the bar, one that is met to the left', () => {
    const [met, end] = positions(demo)
    expect(met).toBeLessThan(end)
    const [missed, short] = positions(
      statementOf(demoFramework, [...demoAmendments, ...adopted([frame('KUN', 9_000)])]),
    )
    expect(missed).toBeGreaterThan(short)
  })

  test('an average is measured over the years together', () => {
    const target: Change = { type: 'result-target', target: milliPercent(2300), average: true }
    const chart = shown(targetChart(statement([target])))
    expect(chart.rows.map(row => row.target === null)).toEqual([true, true, true, false])
    expect(chart.rows.at(-1)?.label).toBe('2025–2027 tillsammans')
  })

  test('without a target there is no mark and no word of one', () => {
    const chart = shown(targetChart(statement([], { ...demoFramework, resultTarget: null })))
    expect(chart.rows.every(({ target }) => target === null)).toBe(true)
    expect(JSON.stringify(chart)).not.toMatch(/målet/i)
  })

  test('nothing but zeros is drawn without a division by zero', () => {
    const empty: Framework = {
      ...demoFramework,
      boards: [],
      grants: [],
      centralFinance: [],
      financialIncome: [],
      financialCosts: [],
      tax: { settlement: [] },
    }
    for (const chart of chartsOf(statement([], empty)))
      expect(JSON.stringify(drawChart(chart, 'wide'))).not.toMatch(/null|NaN/)
  })
})
