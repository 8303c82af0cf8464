import { useState, type ChangeEvent } from 'react'
import type { TableUnit } from '~/budget/framework'
import type { Measure } from '~/budget/measure'
import { someUnspecified } from '~/budget/measured'
import { listIn } from '~/budget/table-unit'
import type { FrameChange } from '~/budget/amendment'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { AmountFields } from './change-fields'
import type { FieldsProps } from './fill'
import { calculationText } from './measure-words'
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
  const left = change && someUnspecified(change)
  return (
    <details className="more" open={saved.length > 0 || faulty}>
      <summary>Dela upp i åtgärder (varav)</summary>
      <p className="help">
        Det som åtgärderna inte tar redovisas som ej specificerat
        {left && `: ${listIn(rest.page.statement.unit, left)}`}. Antal gånger pris ska ge beloppet.
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
      <Calculation unit={rest.page.statement.unit} {...{ row, saved, faults, fill }} />
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

type CalculationProps = Pick<FieldsProps, 'faults' | 'fill'> & {
  readonly row: string
  readonly saved: Measure | undefined
}

/** Number times price, with what the price is understood as said under it while it is typed. */
function Calculation({ unit, ...props }: CalculationProps & { readonly unit: TableUnit }) {
  const { row, saved, faults, fill } = props
  const shown = (field: CalculatedField) =>
    fill(row + field, (saved?.[field] ?? '').replace('.', ',').replace('-', '\u2212'))
  const [quantity, setQuantity] = useState(() => shown('quantity'))
  const [price, setPrice] = useState(() => shown('price'))
  const understood = faults[`${row}price`] ? null : calculationText(quantity, price, unit)
  const field = (name: CalculatedField, setTyped: (typed: string) => void) => ({
    name: row + name,
    className: 'amount',
    inputMode: 'decimal' as const,
    defaultValue: shown(name),
    fault: faults[row + name],
    autoComplete: 'off',
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value),
  })
  return (
    <>
      <div className="fields">
        <Field label="Antal" {...field('quantity', setQuantity)} />
        <Field
          label="Pris per styck"
          unit="tkr"
          help="Utan enhet i tkr; skriv gärna 650 kr eller 0,65 mnkr."
          {...field('price', setPrice)}
        />
      </div>
      <p className="help understood" role="status">
        {understood}
      </p>
    </>
  )
}

type CalculatedField = 'quantity' | 'price'
