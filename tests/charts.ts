import { demoAmendments } from '../prisma/demo/amendments'
import { demoFramework } from '../prisma/demo/framework'
import type { Change } from '~/budget/amendment'
import type { BarChart } from '~/budget/bar-chart'
import { drawChart, type Shape, type Use } from '~/budget/chart-drawing'
import type { Framework } from '~/budget/framework'
import { tkr, zero } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { adopted } from './amendments'

export const statement = (changes: Change[], framework: Framework = demoFramework) =>
  statementOf(framework, adopted(changes))
export const demo = statementOf(demoFramework, demoAmendments)
export const frame = (board: string, amount: number): Change => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: [tkr(amount), zero, zero],
})
const [anyBoard] = demoFramework.boards
export const boards = (count: number, name = (i: number) => `Nämnden ${i}`): Framework => ({
  ...demoFramework,
  boards: Array.from({ length: count }, (_, i) => {
    if (!anyBoard) throw new Error('no board')
    return { ...anyBoard, id: `B${i}`, name: name(i) }
  }),
})

export const shown = (chart: BarChart | null): BarChart => {
  if (!chart) throw new Error('no chart')
  return chart
}
export const amountsOf = (chart: BarChart) =>
  chart.rows.flatMap(({ bars }) => bars.map(({ from, to }) => to - from))
export const of = (shapes: readonly Shape[], ...uses: Use[]) =>
  shapes.filter(({ use }) => uses.includes(use))
const rects = (shapes: readonly Shape[], ...uses: Use[]) =>
  of(shapes, ...uses).flatMap(shape => (shape.type === 'rect' ? shape : []))

/** The bars alone: the first boxes of a look are those of the key. */
export const barsIn = (chart: BarChart, form: 'wide' | 'narrow' = 'wide') => {
  const { shapes } = drawChart(chart, form)
  return rects(shapes, 'plus', 'minus', 'total', 'base').slice(
    chart.keys.filter(({ look }) => look !== 'target').length,
  )
}
export const axis = (chart: BarChart) => {
  const [line] = of(drawChart(chart, 'wide').shapes, 'axis')
  return line?.type === 'line' ? line.x1 : Number.NaN
}
