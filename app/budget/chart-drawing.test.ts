import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { barsIn, boards, demo, frame, of, shown, statement } from '../../tests/charts'
import { drawChart } from './chart-drawing'
import { ChartFigure } from './chart-view'
import { boardChart, chartsOf } from './charts'
import { chartSvg } from './svg'
import { textWidth, wrapped } from './text-width'

const long = (i: number) =>
  `${'Arbetsmarknads-, vuxenutbildnings- och integrationsnämnden '.repeat(2)}${i} ${'x'.repeat(90)}`

/** The shapes of a drawing as they are written, the same of React and of ours. */
const inside = (markup: string) =>
  [...markup.matchAll(/<(?:line|rect|text) class="c-[^>]*>(?:[^<]*<\/text>)?/g)].map(([tag]) =>
    tag.replaceAll(/\/?>(<\/(line|rect)>)?/g, '>').replaceAll('&#x27;', "'"),
  )

describe('the drawing', () => {
  const charts = [
    ...chartsOf(demo),
    shown(boardChart(statement([frame('B0', 1)], boards(1)))),
    shown(
      boardChart(
        statement(
          Array.from({ length: 30 }, (_, i) => frame(`B${i}`, 900_000_000 - i)),
          boards(30, long),
        ),
      ),
    ),
  ]

  test.each(['wide', 'narrow'] as const)(
    'lies within its bounds, and no label runs into the bars, %s',
    form => {
      for (const chart of charts) {
        const { width, height, shapes } = drawChart(chart, form)
        for (const shape of shapes) {
          const [right, bottom] =
            shape.type === 'line'
              ? [Math.max(shape.x1, shape.x2), Math.max(shape.y1, shape.y2)]
              : shape.type === 'rect'
                ? [shape.x + shape.width, shape.y + shape.height]
                : [shape.x + textWidth(shape.text, 13), shape.y]
          expect(right, JSON.stringify(shape)).toBeLessThanOrEqual(width)
          expect(bottom).toBeLessThanOrEqual(height)
        }
        if (form === 'wide')
          for (const label of of(shapes, 'label', 'strong'))
            if (label.type === 'text' && label.x === 0)
              expect(textWidth(label.text, 13)).toBeLessThanOrEqual(187)
      }
    },
  )

  test('the rows of a chart do not lie on one another', () => {
    for (const chart of charts) {
      const bars = barsIn(chart, 'narrow')
      bars.slice(1).forEach((bar, i) => expect(bar.y).toBeGreaterThan((bars[i]?.y ?? 0) + 11))
    }
  })

  test.each(['wide', 'narrow'] as const)(
    'no line is drawn over the digits of a value, also where bars cross zero, %s',
    form => {
      const below = statement([
        ...['BUN', 'VON', 'KUN'].map(board => frame(board, 40_000)),
        ...['SN', 'KS'].map(board => frame(board, 10_000)),
      ])
      for (const chart of [...charts, ...chartsOf(below)]) {
        const { shapes } = drawChart(chart, form)
        for (const [at, value] of shapes.entries())
          if (value.type === 'text' && ['value', 'change', 'label'].includes(value.use))
            for (const later of shapes.slice(at))
              if (later.type === 'line' && later.x1 === later.x2 && later.y1 < value.y)
                expect(
                  later.y2 < value.y - 10 ||
                    later.x1 < value.x ||
                    later.x1 > value.x + textWidth(value.text, 13),
                  JSON.stringify({ value, later }),
                ).toBe(true)
      }
    },
  )

  test('page and document have the same shapes and words', () => {
    for (const chart of charts) {
      const page = renderToStaticMarkup(createElement(ChartFigure, { chart }))
      const wide = page.slice(page.indexOf('<svg'), page.indexOf('</svg>'))
      expect(inside(wide)).toEqual(inside(chartSvg(chart)))
      expect(inside(wide).length).toBeGreaterThan(5)
      expect(page).toContain('role="img"')
      expect(page).toContain(`<figcaption>${chart.caption}`)
      for (const { cells } of chart.table.rows)
        for (const cell of cells) expect(page).toContain(cell)
    }
  })

  test('a name with markup in it stays a name', () => {
    const chart = shown(
      boardChart(
        statement(
          [frame('B0', 1)],
          boards(1, () => '<script>&"</script>'),
        ),
      ),
    )
    expect(chartSvg(chart)).toContain('&lt;script&gt;&amp;"&lt;/script&gt;')
    expect(chartSvg(chart)).not.toContain('<script>')
  })

  test('words are broken into lines that fit, and nothing of them is lost', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const lines = wrapped(text, width, 13)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines)
            if ([...line].length > 1) expect(textWidth(line, 13)).toBeLessThanOrEqual(width)
        },
      ),
    ))
})
