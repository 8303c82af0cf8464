import type { Question } from '~/budget/measure'
import { Field, FieldFrame } from '~/ui/field'
import type { FieldsProps } from './fill'

/** A question to the finance office and its answer; `row` stands before the names of a measure's fields. */
export function QuestionFields({
  saved,
  faults,
  fill,
  row = '',
}: Pick<FieldsProps, 'faults' | 'fill'> & {
  readonly saved: Question | undefined
  readonly row?: string
}) {
  const names = ['question', 'answer', 'answeredBy', 'answeredOn'].map(name => row + name)
  const open = saved !== undefined || names.some(name => faults[name])
  return (
    <details className="more" open={open}>
      <summary>Fråga till ekonomikontoret</summary>
      <input type="hidden" name={`${row}askedOn`} value={saved?.askedOn ?? ''} />
      <TextArea label="Fråga" name={`${row}question`} saved={saved?.text} {...{ faults, fill }} />
      <TextArea label="Svar" name={`${row}answer`} saved={saved?.answer} {...{ faults, fill }} />
      <div className="fields">
        <Field
          label="Svarade"
          name={`${row}answeredBy`}
          defaultValue={fill(`${row}answeredBy`, saved?.answeredBy ?? '')}
          fault={faults[`${row}answeredBy`]}
          autoComplete="off"
        />
        <Field
          label="Dag för svaret"
          type="date"
          name={`${row}answeredOn`}
          help="Tomt: i dag."
          defaultValue={fill(`${row}answeredOn`, saved?.answeredOn ?? '')}
          fault={faults[`${row}answeredOn`]}
        />
      </div>
    </details>
  )
}

export function TextArea({
  label,
  name,
  saved,
  help,
  rows = 2,
  faults,
  fill,
}: Pick<FieldsProps, 'faults' | 'fill'> & {
  readonly label: string
  readonly name: string
  readonly saved: string | undefined
  readonly help?: string
  readonly rows?: number
}) {
  const fault = faults[name]
  return (
    <FieldFrame id={name} label={label} help={help} fault={fault}>
      <textarea
        id={name}
        name={name}
        className="input"
        rows={rows}
        defaultValue={fill(name, saved ?? '')}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-fault` : help && `${name}-help`}
      />
    </FieldFrame>
  )
}
