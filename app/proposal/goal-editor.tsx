import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { FormFault } from '~/ui/message'
import type { StoredGoal, StoredIndicator } from './draft'
import { typedIndicator, type FormFaults, type Typed } from './goal-form'

/** What the form under the tables is open for. */
export type GoalEditing =
  | { readonly type: 'add-goal' }
  | { readonly type: 'rename-goal' | 'remove-goal' | 'add-indicator'; readonly goal: StoredGoal }
  | {
      readonly type: 'change-indicator' | 'remove-indicator'
      readonly indicator: StoredIndicator
    }

/** What was typed when the server refused; `current` is what someone else saved meanwhile. */
export type GoalDraft = { typed: Typed; faults: FormFaults; current?: Typed }

/** The form that changes goals. What was typed before a refusal stands in it, so that nothing is lost. */
export function GoalEditor({ editing, draft }: { editing: GoalEditing; draft: GoalDraft | null }) {
  const typed = draft?.typed ?? typedFrom(editing)
  const faults = draft?.faults ?? {}
  return (
    <section className="block" id="formular" aria-labelledby="h-formular">
      <h2 id="h-formular">{headings[editing.type]}</h2>
      <Form method="post" className="form" replace>
        <input type="hidden" name="type" value={editing.type} />
        <Identity editing={editing} typed={typed} />
        {faults.form && <FormFault title="Inte sparat.">{faults.form}</FormFault>}
        {draft?.current && <Current typed={draft.current} />}
        <Body editing={editing} typed={typed} faults={faults} />
        <div className="row-end">
          <Button kind={removes(editing) ? 'danger' : 'primary'} type="submit">
            {removes(editing) ? 'Ta bort' : 'Spara'}
          </Button>
          <Link className="btn plain" to=".">
            Avbryt
          </Link>
        </div>
      </Form>
    </section>
  )
}

const headings: Record<GoalEditing['type'], string> = {
  'add-goal': 'Nytt mål',
  'rename-goal': 'Ändra målets namn',
  'remove-goal': 'Ta bort målet',
  'add-indicator': 'Ny indikator',
  'change-indicator': 'Ändra indikatorn',
  'remove-indicator': 'Ta bort indikatorn',
}

const removes = ({ type }: GoalEditing) => type === 'remove-goal' || type === 'remove-indicator'

function revisionOf(editing: GoalEditing): number | undefined {
  if ('indicator' in editing) return editing.indicator.revision
  return 'goal' in editing ? editing.goal.revision : undefined
}

function Identity({ editing, typed }: { editing: GoalEditing; typed: Typed }) {
  // what stood when the form was opened: a page that loads anew under it must not make a stale save look fresh
  const [opened] = useState(revisionOf(editing))
  if (editing.type === 'add-goal') return null
  const subject = 'goal' in editing ? editing.goal : editing.indicator
  return (
    <>
      <input type="hidden" name={'goal' in editing ? 'goalId' : 'indicatorId'} value={subject.id} />
      {editing.type !== 'add-indicator' && (
        <input type="hidden" name="revision" value={typed.revision ?? opened} />
      )}
    </>
  )
}

function Body({
  editing,
  typed,
  faults,
}: {
  editing: GoalEditing
  typed: Typed
  faults: FormFaults
}) {
  switch (editing.type) {
    case 'remove-goal':
      return (
        <p className="lede">
          ”{editing.goal.title}” försvinner, med {editing.goal.indicators.length} indikatorer.
          Versioner som redan är frysta ändras inte.
        </p>
      )
    case 'remove-indicator':
      return <p className="lede">”{editing.indicator.label}” försvinner ur målet.</p>
    case 'add-goal':
    case 'rename-goal':
      return <TextField name="title" label="Målets namn" typed={typed} faults={faults} first />
    case 'add-indicator':
    case 'change-indicator':
      return <IndicatorFields typed={typed} faults={faults} />
  }
}

/** The value that someone else saved while this form was open: it stands above one's own, and nothing is chosen yet. */
function Current({ typed }: { typed: Typed }) {
  const direction = typed.direction === 'decrease' ? 'minska' : 'öka'
  return (
    <div className="clash">
      <h3>Det här står nu</h3>
      <p>
        {typed.label ?? typed.title}
        {typed.label !== undefined &&
          `: ska ${direction}, utfall ${typed.outcome || 'saknas'} (${typed.outcomeYear || 'inget år'}), mål ${typed.target || 'saknas'} (${typed.targetYear || 'inget år'}), enhet ${typed.unit || 'saknas'}.`}
      </p>
      <p className="second">
        Nedanför står det som du skrev. Spara det, eller avbryt och behåll det som står.
      </p>
    </div>
  )
}

function IndicatorFields({ typed, faults }: Texts) {
  const text = { typed, faults }
  return (
    <>
      <TextField name="label" label="Vad som mäts" {...text} first />
      <div className="fields">
        <TextField
          name="kpi"
          label="Id i Kolada"
          help="Som N15436. Tomt om det saknas."
          {...text}
        />
        <TextField name="unit" label="Enhet" help="Som %, ton eller antal." {...text} />
        <SelectField
          label="Måttet ska"
          name="direction"
          defaultValue={typed.direction}
          fault={faults.direction}
        >
          <option value="increase">öka</option>
          <option value="decrease">minska</option>
        </SelectField>
      </div>
      <div className="fields">
        <TextField name="outcome" label="Utfall" amount {...text} />
        <TextField name="outcomeYear" label="Utfallets år" amount {...text} />
        <TextField name="target" label="Mål" amount {...text} />
        <TextField name="targetYear" label="Målets år" amount {...text} />
      </div>
    </>
  )
}

type Texts = { typed: Typed; faults: FormFaults }

function TextField({
  name,
  typed,
  faults,
  amount,
  first,
  ...field
}: Texts & { name: string; label: string; help?: string; amount?: boolean; first?: boolean }) {
  return (
    <Field
      {...field}
      name={name}
      defaultValue={typed[name] ?? ''}
      fault={faults[name]}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for: writing can begin at once
      autoFocus={first}
      autoComplete="off"
      {...(amount && { inputMode: 'decimal', className: 'amount' })}
    />
  )
}

function typedFrom(editing: GoalEditing): Typed {
  if (editing.type === 'rename-goal') return { title: editing.goal.title }
  return 'indicator' in editing ? typedIndicator(editing.indicator) : { direction: 'increase' }
}
