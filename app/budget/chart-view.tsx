import { useId } from 'react'
import type { BarChart } from './bar-chart'
import { drawChart, type Form, type Shape } from './chart-drawing'
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
        <FigureTable chart={chart} caption={caption} />
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

function FigureTable({ chart: { table }, caption }: { chart: BarChart; caption: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scrolled" role="region" aria-label={caption} tabIndex={0}>
      <table className="t plain">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {table.heads.map((head, i) => (
              <th key={head} scope="col" className={i > 0 ? 'r' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, cells }, row) => (
            // a framework may hold a board twice: C14 says so
            <tr key={`${row} ${name}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={table.heads[i + 1]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
