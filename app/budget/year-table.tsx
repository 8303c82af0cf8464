import { createContext, useContext, useId, type ReactNode } from 'react'
import type { TableUnit } from './framework'
import { zero } from './money'
import type { Line } from './line'
import { formatIn, formatSignedExactIn } from './table-unit'
import { useSuggestedNote } from './with-suggested'

export type TableYear = { readonly year: number; readonly kind: 'account' | 'budget' | 'plan' }

/** Which year is shown where there is room for one, by its place among the years; both tables follow each other. */
export type ShownYear = { readonly at: number; readonly show: (at: number) => void }

/** What the amounts of the table are written in. */
const AmountUnit = createContext<TableUnit>('tkr')

const kindName = { account: 'bokslut', budget: 'budget', plan: 'plan' } as const

/** A table with base, change and proposal for each year: nine columns, or one year at a time where it is narrow. */
export function YearTable({
  title,
  signs,
  unit,
  rowName,
  years,
  shown,
  numbered = true,
  children,
}: {
  title: string
  /** What the amounts mean, for the reader; their unit follows. */
  signs: string
  /** Null where the rows have units of their own. */
  unit: TableUnit | null
  rowName: string
  years: readonly TableYear[]
  shown: ShownYear
  /** False where no row is an amendment's: the column for their numbers is then left out. */
  numbered?: boolean
  children: ReactNode
}) {
  const note = useSuggestedNote()
  const heading = useId()
  const described = [signs, unit].filter(Boolean).join(', ')
  return (
    <section className="yeared" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} <span className="unit">{described + note}</span>
      </h2>
      <YearSwitch years={years} shown={shown} />
      <table
        className={years.length > 3 ? 't stack wide many' : 't stack wide'}
        role="table"
        data-shown={shown.at}
      >
        <caption className="sr">{`${title}, ${described}${note}`}</caption>
        <Columns years={years} numbered={numbered} />
        <Heads {...{ rowName, years, numbered }} />
        <tbody role="rowgroup">
          <AmountUnit.Provider value={unit ?? 'tkr'}>{children}</AmountUnit.Provider>
        </tbody>
      </table>
    </section>
  )
}

/** Chooses the year that is shown where there is room for one. */
function YearSwitch({ years, shown }: { years: readonly TableYear[]; shown: ShownYear }) {
  const group = useId()
  return (
    <fieldset className="years-switch">
      <legend className="sr">Visa år</legend>
      <div className="opts">
        {years.map(({ year }, at) => (
          <label key={year}>
            <input
              type="radio"
              name={group}
              value={at}
              checked={shown.at === at}
              onChange={() => shown.show(at)}
            />
            {year}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Columned = { years: readonly TableYear[]; numbered: boolean }

function Columns({ years, numbered }: Columned) {
  return (
    <colgroup>
      <col className="c-name" />
      {numbered && <col className="c-nr" />}
      {years.map(({ year }) => [
        <col key={`${year}b`} />,
        <col key={`${year}d`} className="c-d" />,
        <col key={`${year}p`} />,
      ])}
    </colgroup>
  )
}

function Heads({ rowName, years, numbered }: Columned & { rowName: string }) {
  return (
    <thead role="rowgroup">
      <tr role="row" className="yrow">
        <th role="columnheader" scope="col" rowSpan={2} className="blank">
          {rowName}
        </th>
        {numbered && (
          <th role="columnheader" scope="col" rowSpan={2} className="blank">
            Nr
          </th>
        )}
        {years.map(({ year, kind }, at) => (
          <th key={year} role="columnheader" scope="colgroup" colSpan={3} className="y" data-y={at}>
            <b>{year}</b> {kindName[kind]}
          </th>
        ))}
      </tr>
      <tr role="row">
        {years.map(({ year }, at) => [
          <th key={`${year}b`} role="columnheader" scope="col" className="r b" data-y={at}>
            Ram
          </th>,
          <th key={`${year}d`} role="columnheader" scope="col" className="r d" data-y={at}>
            Ändring
          </th>,
          <th key={`${year}p`} role="columnheader" scope="col" className="r p" data-y={at}>
            Förslag
          </th>,
        ])}
      </tr>
    </thead>
  )
}

/** The figures of a row. */
export const LineCells = ({ line }: { line: Line }) => (
  <FigureCells unit={useContext(AmountUnit)} line={line} />
)

/** The same in a unit. `changes` draws the middle cells where they are more than figures. */
export function FigureCells({
  unit,
  line,
  changes,
}: {
  unit: TableUnit
  line: Line
  changes?: readonly ReactNode[]
}) {
  return line.base.map((base, at) => (
    <YearCells
      // a row's years never change place
      key={at}
      at={at}
      base={formatIn(unit, base)}
      change={
        changes?.[at] ?? <Figure>{formatSignedExactIn(unit, line.change[at] ?? zero)}</Figure>
      }
      changed={!isZero(line, at)}
      proposed={formatIn(unit, line.proposed[at] ?? zero)}
    />
  ))
}

const isZero = (line: Line, at: number) => (line.change[at] ?? 0) === 0

/** The three cells of one year. */
export function YearCells({
  at,
  base,
  change,
  changed,
  proposed,
  mood,
}: {
  at: number
  base: ReactNode
  change: ReactNode
  changed: boolean
  proposed: ReactNode
  mood?: 'ok' | 'error'
}) {
  return (
    <>
      <td role="cell" className="num b" data-y={at}>
        {base}
      </td>
      <td role="cell" className={changed ? 'num d' : 'num d zero'} data-y={at}>
        {change}
      </td>
      <td role="cell" className={mood ? `num p ${mood}` : 'num p'} data-y={at}>
        {proposed}
      </td>
    </>
  )
}

/** A change that is only read. */
export function Figure({ children }: { children: ReactNode }) {
  return <span className="cell read">{children}</span>
}
