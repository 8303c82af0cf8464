import { printedLines } from '~/budget/printed-totals'
import type { FrameworkFaults, TypedFramework } from './field-reader'
import { rowCount, yearPositions } from './framework-form'
import { printedNames } from './line-names'

type Props = { typed: TypedFramework; faults: FrameworkFaults }

/** The tables that a framework is typed into: boards, revenue and finance, and the totals that the document prints. */
export function FrameworkTables({ typed, faults }: Props) {
  const years = yearPositions.map(i => {
    const first = Number(typed.year)
    return Number.isInteger(first) && first > 1000 ? String(first + i) : `År ${i + 1}`
  })
  const cells = { typed, faults }
  return (
    <>
      <TypedTable title="Nämndernas ramar, nettokostnad" head={['Förkortning', 'Nämnd', ...years]}>
        {rowsOf(rowCount(typed, 'boards')).map(row => (
          <tr key={row}>
            <Cell {...cells} name={`boardId.${row}`} label={`Nämnd ${row + 1}, förkortning`} />
            <Cell {...cells} name={`boardName.${row}`} label={`Nämnd ${row + 1}, namn`} />
            <Years
              {...cells}
              field={`frame.${row}`}
              label={`Nämnd ${row + 1}, ram`}
              years={years}
            />
          </tr>
        ))}
      </TypedTable>
      <MoreRows table="boards" rows={rowCount(typed, 'boards')} label="Fler nämnder" />
      <TypedTable
        title="Skatt, bidrag och finans"
        note="Skatt och bidrag behövs för att resultatet ska gå att räkna. En annan rad som lämnas tom räknas som 0."
        head={['Rad', ...years]}
      >
        <LineRow
          {...cells}
          field="centralFinance"
          label="Finansförvaltning, nettokostnad"
          years={years}
        />
        <LineRow {...cells} field="base" label="Skatteunderlag" years={years} />
        <LineRow
          {...cells}
          field="revenue"
          label="eller skatteintäkter, där underlaget inte är känt"
          years={years}
        />
        <LineRow {...cells} field="settlement" label="Slutavräkning" years={years} />
        {rowsOf(rowCount(typed, 'grants')).map(row => (
          <tr key={row}>
            <Cell
              {...cells}
              name={`grantName.${row}`}
              label={`Bidrag ${row + 1}, namn`}
              placeholder="Bidrag eller utjämning"
            />
            <Years {...cells} field={`grant.${row}`} label={`Bidrag ${row + 1}`} years={years} />
          </tr>
        ))}
        <LineRow {...cells} field="income" label="Finansiella intäkter" years={years} />
        <LineRow {...cells} field="costs" label="Finansiella kostnader, med minus" years={years} />
        <LineRow {...cells} field="pkv" label="Uppräkning (PKV), procent" years={years} />
      </TypedTable>
      <MoreRows table="grants" rows={rowCount(typed, 'grants')} label="Fler bidrag" />
      <TypedTable
        title="Summor som dokumentet trycker"
        note="Valfritt, men bra: servern räknar samma summor och visar varje skillnad."
        head={['Summa', ...years]}
      >
        {printedLines.map(line => (
          <LineRow
            key={line}
            {...cells}
            field={`printed.${line}`}
            label={printedNames[line]}
            years={years}
          />
        ))}
      </TypedTable>
    </>
  )
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row)

/** A table that amounts are typed into. */
export function TypedTable({
  title,
  note,
  head,
  children,
}: {
  title: string
  note?: string
  head: readonly string[]
  children: React.ReactNode
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {note && <p className="second">{note}</p>}
      <div className="typed">
        <table className="t">
          <thead>
            <tr>
              {head.map((text, i) => (
                <th key={text} scope="col" className={i > 0 && /\d/.test(text) ? 'r' : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </fieldset>
  )
}

/** A line of such a table: a field for each year, `line.0`, `line.1`, … */
export function LineRow({
  field,
  label,
  years,
  ...cells
}: Props & { field: string; label: string; years: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <Years {...cells} field={field} label={label} years={years} />
    </tr>
  )
}

function Years({
  field,
  label,
  years,
  ...cells
}: Props & { field: string; label: string; years: readonly string[] }) {
  return years.map((year, i) => {
    const name = `${field}.${i}`
    // a year is called otherwise once the first is known, and what is typed in its cell stays
    return <Cell key={name} {...cells} name={name} label={`${label}, ${year}`} amount />
  })
}

function Cell({
  typed,
  faults,
  name,
  label,
  amount,
  placeholder,
}: Props & { name: string; label: string; amount?: boolean; placeholder?: string }) {
  const fault = faults[name]
  return (
    <td>
      <input
        className={amount ? 'input amount' : 'input'}
        name={name}
        aria-label={label}
        defaultValue={typed[name] ?? ''}
        placeholder={placeholder}
        inputMode={amount ? 'decimal' : undefined}
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-fault` : undefined}
      />
      {fault && (
        <p className="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </td>
  )
}

/** Asks the server for more empty rows; what is typed comes back with them, also without script. */
function MoreRows({ table, rows, label }: { table: string; rows: number; label: string }) {
  return (
    <p>
      <input type="hidden" name={`${table}.rows`} value={rows} />
      <button
        className="btn small"
        type="submit"
        name="intent"
        value={`more-${table}`}
        formNoValidate
      >
        {label}
      </button>
    </p>
  )
}
