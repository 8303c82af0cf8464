import { SelectField } from '~/ui/field'
import type { Change, ChangeType } from '~/budget/amendment'
import { Field } from '~/ui/field'
import {
  AmountFields,
  BoardField,
  BorrowingFields,
  InvestmentFields,
  kindNames,
  ReallocationFields,
  RecurrenceField,
  RevenueFields,
  typedIn,
  YearlyFields,
} from './change-fields'
import type { ShownAmendment } from './budget-page'
import { isChangeType } from './change-form'
import type { FieldsProps } from './fill'
import { MeasureFields } from './measure-fields'
import { QuestionFields, TextArea } from './question-fields'
import { IndexationFields, TargetFields, TaxField } from './rate-fields'

/** What the form is open for; `typed` is what was written in a cell before it opened. */
export type Editing = {
  readonly amendment: ShownAmendment | null
  readonly board: string
  readonly at: number
  readonly typed: string
}

export function KindField({
  kind,
  name = 'type',
  onKind,
  fault,
}: {
  kind: ChangeType
  name?: string
  onKind?: (kind: ChangeType) => void
  fault?: string | undefined
}) {
  return (
    <SelectField
      label="Vad ändras"
      name={name}
      fault={fault}
      {...(onKind
        ? {
            value: kind,
            onChange: ({ currentTarget: { value } }) => {
              if (isChangeType(value)) onKind(value)
            },
          }
        : { defaultValue: kind })}
    >
      {Object.entries(kindNames).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}

/** The fields of one kind of change, and no others. */
export function ChangeFields({
  kind,
  editing,
  ...rest
}: FieldsProps & { readonly kind: ChangeType; readonly editing: Editing }) {
  const change = rest.amendment?.change ?? null
  switch (kind) {
    case 'frame':
      return <FrameFields {...rest} editing={editing} change={ofKind(change, kind)} />
    case 'indexation':
      return <IndexationFields {...rest} change={ofKind(change, kind)} />
    case 'tax-rate':
      return <TaxField {...rest} change={ofKind(change, kind)} />
    case 'result-target':
      return <TargetFields {...rest} change={ofKind(change, kind)} />
    case 'revenue':
      return <RevenueFields {...rest} change={ofKind(change, kind)} />
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
      return <YearlyFields {...rest} type={kind} change={ofKind(change, kind)} />
    case 'borrowing-limit':
      return <BorrowingFields {...rest} change={ofKind(change, kind)} />
    case 'investment':
      return <InvestmentFields {...rest} change={ofKind(change, kind)} />
    case 'reallocation':
      return <ReallocationFields {...rest} change={ofKind(change, kind)} />
  }
}

const ofKind = <T extends ChangeType>(
  change: Change | null,
  type: T,
): Extract<Change, { type: T }> | null => (change && isKind(change, type) ? change : null)

const isKind = <T extends ChangeType>(
  change: Change,
  type: T,
): change is Extract<Change, { type: T }> => change.type === type

function FrameFields({
  editing,
  change,
  ...rest
}: FieldsProps & {
  readonly editing: Editing
  readonly change: Extract<Change, { type: 'frame' }> | null
}) {
  const fill: FieldsProps['fill'] = (name, saved) =>
    rest.fill(name, name === `amount${editing.at}` && editing.typed ? editing.typed : saved)
  return (
    <>
      <BoardField {...rest} name="board" label="Nämnd" saved={change?.board ?? editing.board} />
      <RecurrenceField {...rest} saved={change?.recurrence} />
      <AmountFields
        {...rest}
        fill={fill}
        name="amount"
        legend="Nya pengar varje år"
        help={`${typedIn(rest.page)} Plus ger nämnden mer. Det som ligger kvar från åren före räknas med av sig självt: skriv bara det som kommer till.`}
        saved={change?.amounts}
        focusAt={editing.board ? editing.at : undefined}
      />
      <MeasureFields {...rest} change={change} />
    </>
  )
}

export function ReasonFields({ page, amendment, faults, fill }: FieldsProps) {
  return (
    <>
      <TextArea
        label="Skäl"
        name="motivation"
        help="För gruppen. Det som fullmäktige ska läsa skrivs i avsnitten."
        rows={3}
        saved={amendment?.motivation}
        faults={faults}
        fill={fill}
      />
      <SelectField
        label="Avsnitt som argumenterar för den"
        name="section"
        defaultValue={fill('section', amendment?.section ?? '')}
        fault={faults.section}
      >
        <option value="">Inget</option>
        {page.sections.map(({ id, title }, i) => (
          <option key={id} value={id}>
            {i + 1}. {title}
          </option>
        ))}
      </SelectField>
      <Field
        label="Bidragets eller åtgärdens beteckning"
        name="sourceId"
        help="Om ändringen använder ett bidrag eller en åtgärd. Kontrollen ser att samma pengar används en gång."
        defaultValue={fill('sourceId', amendment?.sourceId ?? '')}
        fault={faults.sourceId}
        autoComplete="off"
      />
      <QuestionFields saved={amendment?.question} faults={faults} fill={fill} />
    </>
  )
}
