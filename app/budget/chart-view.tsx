import { useId } from 'react'
import type { BarChart } from './bar-chart'
import { drawChart, type Form, type Shape } from './chart-drawing'
import { ReadTable } from './plain-table'
import { useSuggestedNote } from './with-suggested'

/** A chart with its figures as a table under it. On a narrow page the labels stand above the bars. */
export function ChartFigure({ chart }: { chart: BarChart }) {
  const note = useSuggestedNote()
  const caption = chart.caption + note
  return (
    <figure className="chart" id={`chart-${chart.id}`}>
      <figcaption>{caption}</figcaption>
      <ChartImage chart={chart} form="wide" caption={caption} />
      <ChartImage chart={chart} form="narrow" caption={caption} />
      <details>
        <summary>Siffrorna som tabell</summary>
        <ReadTable caption={caption} {...chart.table} />
      </details>
    </figure>
  )
}

function ChartImage({ chart, form, caption }: { chart: BarChart; form: Form; caption: string }) {
  const id = useId()
  const { width, height, shapes } = drawChart(chart, form)
  return (
    <svg
      className={form}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{caption}</title>
      <desc id={`${id}d`}>{chart.description}</desc>
      {shapes.map((shape, i) => (
        // the shapes of a drawing have no other name than their place in it
        // eslint-disable-next-line react/no-array-index-key
        <Drawn key={i} shape={shape} />
      ))}
    </svg>
  )
}

function Drawn({ shape: { use, type, ...shape } }: { shape: Shape }) {
  const { text, ...places } = { text: undefined, ...shape }
  const Tag = type
  return (
    <Tag className={`c-${use}`} {...places}>
      {text}
    </Tag>
  )
}
