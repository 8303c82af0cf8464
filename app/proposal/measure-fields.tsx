import { useState } from 'react'
import type { Measure } from '~/budget/measure'
import { unspecified } from '~/budget/measured'
import { listIn } from '~/budget/table-unit'
import type { FrameChange } from '~/budget/amendment'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { AmountFields } from './change-fields'
import type { FieldsProps } from './fill'
import { QuestionFields } from './question-fields'

/**
 * The named parts of a frame change (varav), each with its calculation, its sources and its question. One empty row is
 * always there, so that a page without script can add one with each save.
 */
export function MeasureFields({
  change,
  ...rest
}: FieldsProps & { readonly change: FrameChange | null }) {
  const saved = change?.measures ?? []
  const faulty = Object.keys(rest.faults).some(name => /^m\d/.test(name) || name === 'measures')
  const [added, setAdded] = useState(() => rowsTyped(rest.fill, saved.length))
  const rest0 = change && saved.length > 0 ? unspecified(change) : null
  return (
    <details className="more" open={saved.length > 0 || faulty}>
      <summary>Dela upp i åtgärder (varav)</summary>
      <p className="help">
        Det som åtgärderna inte tar redovisas som ej specificerat
        {rest0 && `: ${listIn(rest.page.statement.unit, rest0)}`}. Antal gånger pris ska ge
        beloppet.
      </p>
      {rest.faults.measures && <p className="fault">{rest.faults.measures}</p>}
      {Array.from({ length: saved.length + added }, (_, i) => (
        // rows are only added at the end
        <MeasureRow key={i} number={i + 1} row={`m${i}.`} saved={saved[i]} {...rest} />
      ))}
      <Button small onClick={() => setAdded(added + 1)}>
        Lägg till åtgärd
      </Button>
    </details>
  )
}

/** As many empty rows as were written in before the answer came back, and one more. */
function rowsTyped(fill: FieldsProps['fill'], saved: number): number {
  let rows = 1
  while (fill(`m${saved + rows - 1}.name`, '') !== '') rows += 1
  return rows
}

function MeasureRow({
  number,
  row,
  saved,
  ...rest
}: FieldsProps & {
  readonly number: number
  readonly row: string
  readonly saved: Measure | undefined
}) {
  const { faults, fill } = rest
  const text = (label: string, field: TextField, help?: string) => (
    <Field
      label={label}
      name={row + field}
      help={help}
      defaultValue={fill(row + field, saved?.[field] ?? '')}
      fault={faults[row + field]}
      autoComplete="off"
    />
  )
  return (
    <fieldset className="measure">
      <legend>{saved?.name ?? `Åtgärd ${number}`}</legend>
      {saved && <input type="hidden" name={`${row}id`} value={saved.id} />}
      {text('Namn', 'name')}
      <div className="fields">
        <NumberField label="Antal" field="quantity" {...{ row, saved, faults, fill }} />
        <NumberField
          label="Pris per styck"
          unit="tkr"
          {...(rest.page.statement.unit === 'mnkr' && { help: 'I tkr, eller skriv 0,65 mnkr.' })}
          field="price"
          {...{ row, saved, faults, fill }}
        />
      </div>
      <AmountFields
        {...rest}
        name={`${row}amount`}
        legend="Belopp varje år"
        saved={saved?.amounts}
      />
      <div className="fields">
        {text('Källa för priset', 'priceSource')}
        {text('Var pengarna kommer från', 'moneySource')}
      </div>
      <div className="fields">
        {text(
          'Bidragets eller åtgärdens beteckning',
          'sourceId',
          'Samma pengar får användas en gång.',
        )}
        {text('Ansvarig', 'responsible')}
      </div>
      <QuestionFields saved={saved?.question} row={row} faults={faults} fill={fill} />
      {saved && (
        <label className="tick">
          <input type="checkbox" name={`${row}remove`} value="1" /> Ta bort åtgärden
        </label>
      )}
    </fieldset>
  )
}

type TextField = 'name' | 'priceSource' | 'moneySource' | 'sourceId' | 'responsible'

function NumberField({
  label,
  unit,
  help,
  field,
  row,
  saved,
  faults,
  fill,
}: Pick<FieldsProps, 'faults' | 'fill'> & {
  readonly label: string
  readonly unit?: string
  readonly help?: string
  readonly field: 'quantity' | 'price'
  readonly row: string
  readonly saved: Measure | undefined
}) {
  const name = row + field
  const shown = (saved?.[field] ?? '').replace('.', ',').replace('-', '\u2212')
  return (
    <Field
      label={label}
      {...(unit && { unit })}
      {...(help && { help })}
      name={name}
      className="amount"
      inputMode="decimal"
      defaultValue={fill(name, shown)}
      fault={faults[name]}
      autoComplete="off"
    />
  )
}
