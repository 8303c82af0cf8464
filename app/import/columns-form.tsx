import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'
import type { ColumnRole, Particulars } from './choices'
import type { ColumnView, SheetView } from './import-page'

type Props = {
  sheets: readonly SheetView[]
  budgetYear: number
  particulars: Particulars
  /** The municipality is then the proposal's own. */
  isEdition: boolean
  /** What was sent and refused: it is shown again as it was. */
  sent: Readonly<Record<string, string>> | null
  faults: Readonly<Record<string, string>>
  busy: boolean
}

/** Step 1: which sheets hold the framework, and what their columns are. Everything is guessed, and may be changed. */
export function ColumnsForm({
  sheets,
  budgetYear,
  particulars,
  isEdition,
  sent,
  faults,
  busy,
}: Props) {
  const value = (name: string, stored: string) => sent?.[name] ?? stored
  const elsewhere = Object.keys(faults).length > 0
  return (
    <Form method="post" className="form wide-form" replace>
      {elsewhere && (
        <FormFault title="Steget är inte sparat.">{Object.values(faults)[0]}</FormFault>
      )}
      <div className="fields">
        <Field
          label="Kommun"
          name="municipality"
          defaultValue={value('municipality', particulars.municipality ?? '')}
          fault={faults.municipality}
          readOnly={isEdition}
        />
        <Field
          label="Kommunkod"
          name="municipalityId"
          inputMode="numeric"
          defaultValue={value('municipalityId', particulars.municipalityId ?? '')}
          fault={faults.municipalityId}
          readOnly={isEdition}
          help="Gruppens val minns per kommun."
        />
        <Field
          label="Budgetår"
          name="budgetYear"
          inputMode="numeric"
          defaultValue={value('budgetYear', String(budgetYear))}
          fault={faults.budgetYear}
          help="Tidigare år är inte med i förslaget."
        />
      </div>
      {sheets.map(sheet => (
        <SheetChoice
          key={sheet.at}
          sheet={sheet}
          budgetYear={budgetYear}
          value={value}
          used={sent ? sent[`use.${sheet.at}`] === 'on' : sheet.used}
          faults={faults}
        />
      ))}
      <div className="row-end">
        <Button type="submit" kind="primary" name="intent" value="next" busy={busy}>
          Nästa: rader
        </Button>
        <Button type="submit" name="intent" value="again">
          Läs om kolumnerna
        </Button>
      </div>
    </Form>
  )
}

function SheetChoice({
  sheet,
  budgetYear,
  value,
  used,
  faults,
}: {
  sheet: SheetView
  budgetYear: number
  value: (name: string, stored: string) => string
  used: boolean
  faults: Props['faults']
}) {
  const { at, name, hidden, header, rowCount, columns } = sheet
  return (
    <fieldset>
      <legend>{name}</legend>
      <p>
        <label className="choice">
          <input type="checkbox" name={`use.${at}`} defaultChecked={used} /> Läs tabellen
          {hidden && ' (bladet är dolt i filen)'}
        </label>
      </p>
      <Field
        label="Rad med rubriker"
        name={`header.${at}`}
        inputMode="numeric"
        className="short"
        defaultValue={value(`header.${at}`, String(header))}
        fault={faults[`header.${at}`]}
        help={`Tabellen har ${rowCount} rader. Ändrar du raden föreslås kolumnerna på nytt.`}
      />
      <div className="typed">
        <table className="t">
          <caption className="sr">Kolumnerna i {name}</caption>
          <thead>
            <tr>
              <th scope="col">Kolumn</th>
              <th scope="col">Rubrik</th>
              <th scope="col">Innehåll</th>
              <th scope="col">De första cellerna</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(column => (
              <ColumnRow
                key={column.column}
                at={at}
                column={column}
                budgetYear={budgetYear}
                value={value}
                fault={faults[`column.${at}.${column.column}`]}
              />
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

function ColumnRow({
  at,
  column: { column, letter, heading, samples, role },
  budgetYear,
  value,
  fault,
}: {
  at: number
  column: ColumnView
  budgetYear: number
  value: (name: string, stored: string) => string
  fault: string | undefined
}) {
  const name = `column.${at}.${column}`
  return (
    <tr>
      <th scope="row">{letter}</th>
      <td className="left">{heading}</td>
      <td className="left">
        <select
          className="input"
          name={name}
          aria-label={`Vad kolumn ${letter} innehåller`}
          defaultValue={value(name, role)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${name}-fault` : undefined}
        >
          {roleOptions(role, budgetYear).map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
        {fault && (
          <p className="fault" id={`${name}-fault`}>
            {fault}
          </p>
        )}
      </td>
      <td className="left second">{samples.join(' · ')}</td>
    </tr>
  )
}

const longRoles: readonly [ColumnRole, string][] = [
  ['year', 'År (långa formen)'],
  ['line', 'Radens namn (långa formen)'],
  ['frame', 'Ram'],
  ['amount', 'Belopp'],
  ['indexation', 'Uppräkning'],
  ['volume', 'Volym'],
  ['adjustment', 'Ramjustering'],
]

function roleOptions(current: ColumnRole, budgetYear: number): readonly [ColumnRole, string][] {
  const currentYear = current.startsWith('year-') ? [Number(current.slice(5))] : []
  const years = [...currentYear, ...Array.from({ length: 6 }, (_, i) => budgetYear - 1 + i)]
  const distinct = [...new Set(years)].toSorted((a, b) => a - b)
  return [
    ['ignore', 'Används inte'],
    ['name', 'Namn på nämnd eller rad'],
    ['code', 'Förkortning'],
    ['previous', 'Ram året före budgetåret'],
    ...distinct.map((year): [ColumnRole, string] => [`year-${year}`, `Belopp ${year}`]),
    ...longRoles,
  ]
}
