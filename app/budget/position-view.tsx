import type { TableUnit } from './framework'
import { keyFigureTexts, type KeyFigure } from './key-figures'
import type { LineTable } from './position-tables'
import {
  Figure,
  LineCells,
  YearCells,
  YearTable,
  type ShownYear,
  type TableYear,
} from './year-table'

const rowClass = { line: '', subtotal: 'sub', sum: 'total' } as const

/** One table of lines, base to proposal. */
export function LinesTable({
  table,
  unit,
  years,
  shown,
}: {
  table: LineTable
  unit: TableUnit
  years: readonly TableYear[]
  shown: ShownYear
}) {
  return (
    <YearTable
      title={table.name}
      signs={table.signs}
      unit={unit}
      rowName="Rad"
      years={years}
      shown={shown}
      numbered={false}
    >
      {table.rows.map(({ name, kind, line }) => (
        <tr
          role="row"
          key={name}
          className={classes(rowClass[kind], line.change.some(Boolean) && 'changed')}
        >
          <th role="rowheader" scope="row">
            {name}
          </th>
          <LineCells line={line} />
        </tr>
      ))}
    </YearTable>
  )
}

/** Key figures, base to proposal: kronor per inhabitant and shares in percent. */
export function KeyFigureTable({
  figures,
  years,
  shown,
}: {
  figures: readonly KeyFigure[]
  years: readonly TableYear[]
  shown: ShownYear
}) {
  return (
    <YearTable
      title="Nyckeltal"
      signs="kronor per invånare och procent"
      unit={null}
      rowName="Nyckeltal"
      years={years}
      shown={shown}
      numbered={false}
    >
      {figures.map(({ name, unit, base, proposed }) => (
        <tr role="row" key={name}>
          <th role="rowheader" scope="row">
            {name}, {unit === 'procent' ? '%' : 'kr/inv'}
          </th>
          {proposed.map((ratio, at) => {
            const texts = keyFigureTexts(unit, base[at] ?? ratio, ratio)
            return (
              <YearCells
                // a row's years never change place
                key={at}
                at={at}
                base={texts.base}
                change={<Figure>{texts.change}</Figure>}
                changed={texts.changed}
                proposed={texts.proposed}
              />
            )
          })}
        </tr>
      ))}
    </YearTable>
  )
}

const classes = (...names: (string | false)[]) => names.filter(Boolean).join(' ') || undefined
