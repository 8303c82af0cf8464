import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Recurrence } from '~/budget/amendment'
import { formatPercent, formatTkr } from '~/budget/format'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { Field, FieldFrame, SelectField } from '~/ui/field'
import { FormFault } from '~/ui/message'
import type { Clash } from './amendment-judgement'
import type { FieldFaults } from './amendment-form'
import { amendmentName, recurrenceNames } from './amendment-name'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'
import { ClashPanel } from './clash-panel'

/** What the form is open for; `typed` is what was written in a cell before it opened. */
export type Editing = {
  readonly amendment: ShownAmendment | null
  readonly board: string
  readonly at: number
  readonly typed: string
}

type Kind = 'frame' | 'tax-rate' | 'result-target'

/** The form behind Lägg till ändring and Ändra. What was typed stays until the server has taken it. */
export function AmendmentEditor({
  page,
  editing,
  onClose,
}: {
  page: BudgetPage
  editing: Editing
  onClose: () => void
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const { amendment } = editing
  const [kind, setKind] = useState<Kind>(amendment?.change.type ?? 'frame')
  const form = useRef<HTMLFormElement>(null)
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  const saved = answer?.ok ?? false
  useEffect(() => {
    if (saved) onClose()
  }, [saved, onClose])

  const faults: FieldFaults = answer && !answer.ok ? answer.faults : {}
  const clash = answer && !answer.ok ? answer.clash : null
  const first = Object.keys(faults)[0]
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }, [first])

  const title = amendment
    ? `Ändra Ä${amendment.number}, ${amendmentName(amendment, page.statement)}`
    : 'Lägg till ändring'
  return (
    <Dialog open onClose={onClose} title={title}>
      <fetcher.Form
        method="post"
        ref={form}
        className="amendment-form"
        onSubmit={event => fetcher.state !== 'idle' && event.preventDefault()}
      >
        <input type="hidden" name="intent" value={amendment ? 'change' : 'add'} />
        {amendment && <Seen amendment={amendment} clash={clash} />}
        {amendment ? (
          <input type="hidden" name="type" value={kind} />
        ) : (
          <KindField kind={kind} onKind={setKind} fault={faults.type} />
        )}
        {kind === 'frame' && <FrameFields page={page} editing={editing} faults={faults} />}
        {kind === 'tax-rate' && <TaxField amendment={amendment} page={page} faults={faults} />}
        {kind === 'result-target' && <TargetField amendment={amendment} faults={faults} />}
        <ReasonFields page={page} amendment={amendment} faults={faults} />
        {answer && !answer.ok && !clash && Object.keys(faults).length === 0 && (
          <FormFault title="Inte sparat.">{answer.message}</FormFault>
        )}
        {clash && (
          <ClashPanel
            what={amendmentName(clash.saved, page.statement)}
            clash={clash}
            at={editing.at}
            year={page.years[editing.at]?.year ?? 0}
            now={page.now}
            onKeep={onClose}
            onSave={() => form.current?.requestSubmit()}
          />
        )}
        {!clash && (
          <div className="acts">
            <Button kind="primary" type="submit" busy={fetcher.state !== 'idle'}>
              Spara ändring
            </Button>
            <Button onClick={onClose}>Avbryt</Button>
          </div>
        )}
      </fetcher.Form>
    </Dialog>
  )
}

/** Which save the form was opened on; after a clash, the one that the member now has seen beside their own. */
function Seen({ amendment, clash }: { amendment: ShownAmendment; clash: Clash | null }) {
  const [opened] = useState(amendment.revision)
  return (
    <>
      <input type="hidden" name="id" value={amendment.id} />
      <input type="hidden" name="revision" value={clash?.saved.revision ?? opened} />
    </>
  )
}

function KindField({
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

function FrameFields({
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
                autoFocus={editing.at === at && Boolean(editing.board)}
              />
            )
          })}
        </div>
      </fieldset>
    </>
  )
}

function TaxField({
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

function TargetField({
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

function ReasonFields({
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
