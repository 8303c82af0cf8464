import type { Bar, BarChart, ChartRow, Look } from './bar-chart'
import { textWidth, wrapped } from './text-width'

/** What a shape is, which says how it is coloured: by the page's style sheet, or by that of print. */
export type Use =
  | Look
  | 'target'
  | 'rule'
  | 'hair'
  | 'axis'
  | 'join'
  | 'ground'
  | 'label'
  | 'strong'
  | 'value'
  | 'change'
  | 'key'

export type Shape =
  | {
      readonly type: 'line'
      readonly use: Use
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
    }
  | {
      readonly type: 'rect'
      readonly use: Use
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | {
      readonly type: 'text'
      readonly use: Use
      readonly x: number
      readonly y: number
      readonly text: string
    }

export type Drawing = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** `wide` has the labels beside the bars, as on paper; `narrow` above them, for a phone. */
export type Form = 'wide' | 'narrow'

/** Lengths in the drawing's own units: 13 of them are the height of its letters. */
const sizes = {
  wide: { width: 755, labels: 195 },
  narrow: { width: 358, labels: 0 },
} as const
const bar = { height: 11, pitch: 19 }
const line = 16
const type = 13
const keyBox = 16

type Scale = (amount: number) => number

/** A row with its place: where it begins, its label's lines and its first bar. */
type Placed = {
  readonly row: ChartRow
  readonly y: number
  readonly lines: readonly string[]
  readonly labelTop: number
  readonly barsTop: number
  readonly barsHeight: number
}

/** Draws the chart: a pure function of its figures, so that page and document show the same. */
export function drawChart(chart: BarChart, form: Form): Drawing {
  const { width, labels } = sizes[form]
  const x = scaleOf(chart, labels, width)
  const head = keyShapes(chart, labels, width)
  const { placed, end } = placedRows(chart.rows, form, head.height)
  const bars = placed.flatMap(barsOf)
  return {
    width,
    height: round(end + 1),
    shapes: [
      horizontal('rule', 0, width),
      ...head.shapes,
      ...placed.map(({ y }, i) => horizontal(i === 0 ? 'rule' : 'hair', y, width)),
      ...(chart.joined ? joinShapes(bars, x) : []),
      ...placed.flatMap(one => labelShapes(one, form)),
      ...bars.map(placedBar => barShape(placedBar, x)),
      ...placed.flatMap(one => targetShapes(one, x)),
      ...(form === 'wide'
        ? [vertical('axis', x(0), head.height, end)]
        : placed.map(one => vertical('axis', x(0), one.barsTop, one.barsTop + one.barsHeight))),
      ...bars.flatMap(placedBar => valueShapes(placedBar, x)),
      horizontal('rule', end, width),
    ].map(rounded),
  }
}

function placedRows(rows: readonly ChartRow[], form: Form, from: number) {
  const { width, labels } = sizes[form]
  const placed: Placed[] = []
  let y = from
  for (const row of rows) {
    const lines = wrapped(row.label, form === 'wide' ? labels - 8 : width, type)
    const [words, barsHeight] = [lines.length * line, row.bars.length * bar.pitch]
    const beside = form === 'wide'
    const height = beside ? Math.max(barsHeight, words) + 8 : barsHeight + words + 12
    placed.push({
      row,
      y,
      lines,
      barsHeight,
      labelTop: beside ? y + (height - words) / 2 : y + 5,
      barsTop: beside ? y + (height - barsHeight) / 2 : y + height - barsHeight - 4,
    })
    y += height
  }
  return { placed, end: y }
}

type PlacedBar = { readonly one: Bar; readonly top: number }

const barsOf = ({ row, barsTop }: Placed): PlacedBar[] =>
  row.bars.map((one, i) => ({ one, top: barsTop + i * bar.pitch + (bar.pitch - bar.height) / 2 }))

/** From amounts to places: one scale for all rows, with zero on it and room for what is written after the longest bar. */
function scaleOf({ rows }: BarChart, left: number, width: number): Scale {
  const amounts = rows.flatMap(({ bars, target }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...(target === null ? [] : [target]),
  ])
  const low = Math.min(0, ...amounts)
  const span = Math.max(0, ...amounts) - low || 1
  const values = rows.flatMap(({ bars }) => bars.map(({ text }) => textWidth(text, type)))
  const room = Math.max(60, width - left - Math.max(0, ...values) - 12)
  return amount => left + (room * (amount - low)) / span
}

/** Above the bars a label has a ground of its own, so that no line between two steps runs through it. */
const labelShapes = ({ row, lines, labelTop }: Placed, form: Form): Shape[] =>
  lines.flatMap((text, i): Shape[] => {
    const top = labelTop + i * line
    const width = textWidth(text, type)
    return [
      ...(form === 'narrow'
        ? [{ type: 'rect' as const, use: 'ground' as const, x: 0, y: top, width, height: line }]
        : []),
      { type: 'text', use: row.strong ? 'strong' : 'label', x: 0, y: top + 12, text },
    ]
  })

const joinShapes = (bars: readonly PlacedBar[], x: Scale): Shape[] =>
  bars
    .slice(1)
    .map(({ one, top }, i) =>
      vertical(
        'join',
        x(one.look === 'total' ? one.to : one.from),
        (bars[i]?.top ?? top) + bar.height,
        top,
      ),
    )

const barShape = ({ one: { from, to, look }, top }: PlacedBar, x: Scale): Shape => ({
  type: 'rect',
  use: look,
  x: x(Math.min(from, to)),
  y: top,
  width: x(Math.max(from, to)) - x(Math.min(from, to)),
  height: bar.height,
})

const targetShapes = ({ row, barsTop, barsHeight }: Placed, x: Scale): Shape[] =>
  row.target === null
    ? []
    : [vertical('target', x(row.target), barsTop - 2, barsTop + barsHeight + 2)]

const valueUse: Record<Look, Use> = {
  base: 'label',
  total: 'value',
  plus: 'change',
  minus: 'change',
}

/** The value after its bar, on a ground of its own, so that no line of target or zero runs through its digits. */
function valueShapes({ one: { from, to, look, text }, top }: PlacedBar, x: Scale): Shape[] {
  const after = x(Math.max(from, to)) + 6
  const width = textWidth(text, type) + 4
  return [
    { type: 'rect', use: 'ground', x: after - 2, y: top - 2, width, height: bar.height + 4 },
    { type: 'text', use: valueUse[look], x: after, y: top + 10, text },
  ]
}

function keyShapes({ keys }: BarChart, left: number, width: number) {
  const shapes: Shape[] = []
  let [x, y] = [left, 8]
  for (const { look, text } of keys) {
    const wide = keyBox + 6 + textWidth(text, type)
    if (x > left && x + wide > width) [x, y] = [left, y + 20]
    if (look === 'target') shapes.push(vertical('target', x + keyBox / 2, y, y + 14))
    else shapes.push({ type: 'rect', use: look, x, y: y + 3, width: keyBox, height: 8 })
    shapes.push({ type: 'text', use: 'key', x: x + keyBox + 6, y: y + 12, text })
    x += wide + 20
  }
  return { shapes, height: y + 24 }
}

const horizontal = (use: Use, y: number, width: number): Shape => ({
  type: 'line',
  use,
  x1: 0,
  y1: y,
  x2: width,
  y2: y,
})
const vertical = (use: Use, x: number, y1: number, y2: number): Shape => ({
  type: 'line',
  use,
  x1: x,
  y1,
  x2: x,
  y2,
})

/** In hundredths, so that the same chart is the same text everywhere. */
const round = (length: number): number => Math.round(length * 100) / 100

function rounded(shape: Shape): Shape {
  switch (shape.type) {
    case 'line':
      return {
        ...shape,
        x1: round(shape.x1),
        y1: round(shape.y1),
        x2: round(shape.x2),
        y2: round(shape.y2),
      }
    case 'rect':
      return {
        ...shape,
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
      }
    case 'text':
      return { ...shape, x: round(shape.x), y: round(shape.y) }
  }
}
