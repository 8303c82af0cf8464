import type { Recurrence } from '~/budget/amendment'
import { formatPercent, formatTkr } from '~/budget/format'
import { Field, FieldFrame, SelectField } from '~/ui/field'
import type { FieldFaults } from './amendment-form'
import { recurrenceNames } from './amendment-name'
import type { BudgetPage, ShownAmendment } from './budget-page'

/** What the form is open for; `typed` is what was written in a cell before it opened. */
export type Editing = {
  readonly amendment: ShownAmendment | null
  readonly board: string
  readonly at: number
  readonly typed: string
}

export type Kind = 'frame' | 'tax-rate' | 'result-target'

export function KindField({
  kind,
  onKind,
  fault,
}: {
  kind: Kind
  onKind: (kind: Kind) => void
  fault: string | undefined
}) {
  const kinds: Record<Kind, string> = {
    frame: 'En nämnds ram',
    'tax-rate': 'Skattesatsen',
    'result-target': 'Resultatmålet',
  }
  return (
    <SelectField
      label="Vad ändras"
      name="type"
      value={kind}
      fault={fault}
      onChange={({ currentTarget: { value } }) => {
        if (value === 'frame' || value === 'tax-rate' || value === 'result-target') onKind(value)
      }}
    >
      {Object.entries(kinds).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

export function FrameFields({
  page,
  editing,
  faults,
}: {
  page: BudgetPage
  editing: Editing
  faults: FieldFaults
}) {
  const change = editing.amendment?.change
  const frame = change?.type === 'frame' ? change : null
  const recurrence: Recurrence = frame?.recurrence ?? 'indexed'
  return (
    <>
      <SelectField
        label="Nämnd"
        name="board"
        defaultValue={frame?.board ?? editing.board}
        fault={faults.board}
      >
        <option value="">Välj nämnd</option>
        {page.statement.boards.map(({ id, name }, row) => (
          <option key={`${row} ${id}`} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Hur länge"
        name="recurrence"
        defaultValue={recurrence}
        fault={faults.recurrence}
      >
        {Object.entries(recurrenceNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      <fieldset className="amounts">
        <legend>Nya pengar varje år</legend>
        <p className="help">
          Tkr, eller skriv till exempel 2 mnkr. Plus ger nämnden mer. Det som ligger kvar från åren
          före räknas med av sig självt: skriv bara det som kommer till.
        </p>
        <div className="fields">
          {page.years.map(({ year }, at) => {
            const amount = frame?.amounts[at] ?? 0
            const typed = editing.at === at && editing.typed
            return (
              <Field
                key={year}
                label={year}
                unit="tkr"
                name={`amount${at}`}
                className="amount"
                defaultValue={typed || (amount === 0 ? '' : formatTkr(amount))}
                fault={faults[`amount${at}`]}
                autoComplete="off"
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened from this year's cell
                autoFocus={editing.at === at && Boolean(editing.board)}
              />
            )
          })}
        </div>
      </fieldset>
    </>
  )
}

export function TaxField({
  page,
  amendment,
  faults,
}: {
  page: BudgetPage
  amendment: ShownAmendment | null
  faults: FieldFaults
}) {
  const change = amendment?.change
  return (
    <Field
      label="Skattesatsen ändras med"
      unit="öre"
      name="ore"
      className="amount"
      help={`Plus är högre skatt, från ${page.years[0]?.year} och framåt.`}
      defaultValue={change?.type === 'tax-rate' ? String(change.ore).replace('-', '\u2212') : ''}
      fault={faults.ore}
      autoComplete="off"
    />
  )
}

export function TargetField({
  amendment,
  faults,
}: {
  amendment: ShownAmendment | null
  faults: FieldFaults
}) {
  const change = amendment?.change
  return (
    <Field
      label="Resultatmål"
      unit="%"
      name="target"
      className="amount"
      help="Andel av skatt och bidrag, alla åren. Till exempel 2,3."
      defaultValue={change?.type === 'result-target' ? formatPercent(change.target) : ''}
      fault={faults.target}
      autoComplete="off"
    />
  )
}

export function ReasonFields({
  page,
  amendment,
  faults,
}: {
  page: BudgetPage
  amendment: ShownAmendment | null
  faults: FieldFaults
}) {
  return (
    <>
      <FieldFrame
        id="motivation"
        label="Skäl"
        help="Trycks i dokumentet."
        fault={faults.motivation}
      >
        <textarea
          id="motivation"
          name="motivation"
          className="input"
          rows={3}
          defaultValue={amendment?.motivation}
          aria-describedby={faults.motivation ? 'motivation-fault' : 'motivation-help'}
        />
      </FieldFrame>
      <SelectField
        label="Avsnitt som argumenterar för den"
        name="section"
        defaultValue={amendment?.section ?? ''}
        fault={faults.section}
      >
        <option value="">Inget</option>
        {page.sections.map(({ id, title }, i) => (
          <option key={id} value={id}>
            {i + 1}. {title}
          </option>
        ))}
      </SelectField>
    </>
  )
}
