import type { ReactNode } from 'react'
import type { Block, RowKind } from './report'

type Table = Extract<
  Block,
  { type: 'change-table' | 'amount-table' | 'indicator-table' | 'key-figures' | 'findings' }
>

/** A table of the report. One that is wider than the page is scrolled by itself, also with the keyboard. */
export function ReportTable({ table }: { table: Table }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scrolled" role="region" aria-label={table.caption} tabIndex={0}>
      <table className="t report-table">
        <caption>{table.caption}</caption>
        {contents(table)}
      </table>
    </div>
  )
}

function contents(table: Table): ReactNode {
  switch (table.type) {
    case 'change-table':
      return <Changes table={table} />
    case 'amount-table':
      return <Amounts table={table} />
    case 'indicator-table':
      return <Indicators rows={table.rows} />
    case 'key-figures':
      return <KeyFigures table={table} />
    case 'findings':
      return <Findings table={table} />
  }
}

type TableOf<T extends Table['type']> = { table: Extract<Table, { type: T }> }

function Amounts({ table: { first, years, ours, rows } }: TableOf<'amount-table'>) {
  return (
    <>
      <Heads names={[first, ...years.map(String)]} numbersFrom={1} />
      <tbody>
        {rows.map(({ label, kind, changed, years: amounts, note }, row) => (
          // two amendments may each have a row of the same name
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={`${row} ${label}`} className={rowClass[kind]}>
            <th scope="row">
              {label}
              {note !== undefined && <small className="report-note">{note}</small>}
            </th>
            {amounts.map((amount, i) => (
              <td key={years[i]} className={amountClass(changed || i === ours, amount)}>
                {amount}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}

/** What we change is in ink, but for what is no change. */
const amountClass = (isOurs: boolean, amount: string) =>
  isOurs && /[1-9]/.test(amount) ? 'num ink' : 'num'

function KeyFigures({ table: { rows } }: TableOf<'key-figures'>) {
  return (
    <>
      <Heads names={['Nyckeltal', 'Förslag', 'Ändring', 'Ram']} numbersFrom={1} />
      <tbody>
        {rows.map(({ label, proposed, unit, change, base }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="num p">{`${proposed} ${unit}`}</td>
            <td className="num d">{change}</td>
            <td className="num b">{base}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Findings({ table: { heads, rows } }: TableOf<'findings'>) {
  return (
    <>
      <Heads names={heads ?? ['Kontroll', 'Var', 'Vad']} />
      <tbody>
        {rows.map(({ check, place, text }) => (
          <tr key={`${check} ${place} ${text}`}>
            <th scope="row">{check}</th>
            <td>{place}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

const rowClass: Record<RowKind, string | undefined> = {
  line: undefined,
  subtotal: 'sub',
  sum: 'total',
}

function Heads({
  names,
  numbersFrom = Infinity,
}: {
  names: readonly string[]
  numbersFrom?: number
}) {
  return (
    <thead>
      <tr>
        {names.map((name, i) => (
          <th key={name} scope="col" className={i >= numbersFrom ? 'r' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Changes({ table }: TableOf<'change-table'>) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {table.first}
          </th>
          {table.years.map(year => (
            <th key={year} scope="colgroup" colSpan={3} className="y">
              <b>{year}</b>
            </th>
          ))}
        </tr>
        <tr>
          {table.years.flatMap(year => [
            <th key={`${year} b`} scope="col" className="r">
              Ram
            </th>,
            <th key={`${year} d`} scope="col" className="r d">
              Ändring
            </th>,
            <th key={`${year} p`} scope="col" className="r">
              Förslag
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ label, kind, years }) => (
          <tr key={label} className={rowClass[kind]}>
            <th scope="row">{label}</th>
            {years.flatMap(({ base, change, proposed }, i) => [
              <td key={`${table.years[i]} b`} className="num b">
                {base}
              </td>,
              <td
                key={`${table.years[i]} d`}
                className={/^0(,0+)?$/.test(change) ? 'num d zero' : 'num d'}
              >
                {change}
              </td>,
              <td key={`${table.years[i]} p`} className="num p">
                {proposed}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Indicators({ rows }: { rows: Extract<Block, { type: 'indicator-table' }>['rows'] }) {
  return (
    <>
      <Heads names={['Indikator', 'Kolada', 'Riktning', 'Utfall', 'Utfall år', 'Mål', 'Mål år']} />
      <tbody>
        {rows.map(row => (
          <tr key={`${row.kpi} ${row.label}`}>
            <th scope="row">
              {row.label}
              {row.unit && `, ${row.unit}`}
            </th>
            <td>{row.kpi}</td>
            <td className="nb">{row.direction === 'increase' ? '↑ öka' : '↓ minska'}</td>
            <td className="num">{row.outcome}</td>
            <td>{row.outcomeYear}</td>
            <td className="num p">{row.target}</td>
            <td>{row.targetYear}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}
