import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { boardField, typedRival } from './rival-form'
import { baseOf } from './rival'
import { rivalLines } from './rival-lines'
import type { StoredRival } from './rival-store.server'

/** What the form is open for; `rival` is null for a new one. */
export type RivalEditing = {
  readonly type: 'file' | 'add' | 'change' | 'remove'
  readonly rival: StoredRival | null
}

/** A refused form: as it was typed, and what is wrong by field; `form` is for the whole. */
export type RivalDraft = {
  readonly typed: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
}

type Props = {
  editing: RivalEditing
  draft: RivalDraft | null
  framework: Framework
  back: string
}

const headings: Record<RivalEditing['type'], string> = {
  file: 'Läs in ett förslag från en fil',
  add: 'Skriv in ett förslag',
  change: 'Ändra det andra förslaget',
  remove: 'Ta bort det andra förslaget',
}

export function RivalEditor({ editing, draft, framework, back }: Props) {
  const { type, rival } = editing
  // the revision that was seen when the form was opened: the page under it may load anew meanwhile
  const [seen] = useState(draft?.typed.revision ?? String(rival?.revision ?? ''))
  return (
    <section className="block" id="formular" aria-labelledby="h-formular">
      <h2 id="h-formular">{headings[type]}</h2>
      <Form
        method="post"
        className="form"
        replace
        {...(type === 'file' && { encType: 'multipart/form-data' as const })}
      >
        {type !== 'file' && <input type="hidden" name="intent" value={type} />}
        {rival && (
          <>
            <input type="hidden" name="id" value={rival.id} />
            <input type="hidden" name="revision" value={seen} />
          </>
        )}
        {draft?.faults.form && <FormFault title="Inte sparat.">{draft.faults.form}</FormFault>}
        <Body {...{ editing, draft, framework }} />
        <div className="row-end">
          <Button kind={type === 'remove' ? 'danger' : 'primary'} type="submit">
            {type === 'remove' ? 'Ta bort' : type === 'file' ? 'Läs in' : 'Spara'}
          </Button>
          <Link className="btn plain" to={back}>
            Avbryt
          </Link>
        </div>
      </Form>
    </section>
  )
}

function Body({ editing: { type, rival }, draft, framework }: Omit<Props, 'back'>) {
  if (type === 'remove')
    return (
      <p className="lede">”{rival?.name}” försvinner härifrån. Vårt förslag blir som det är.</p>
    )
  if (type === 'file')
    return (
      <Field
        label="Det andra förslaget"
        type="file"
        name="upload"
        accept=".json,application/json"
        help="JSON-filen till en version, högst 5 MB. Bara dess ram och ändringar sparas, och bara er grupp ser dem."
        fault={draft?.faults.upload}
        required
      />
    )
  const typed = draft?.typed ?? (rival ? typedRival(rival, baseOf(rival, framework).unit) : {})
  const faults = draft?.faults ?? {}
  return (
    <>
      <div className="fields">
        <Text name="name" label="Vems förslaget är" {...{ typed, faults }} />
        <Text
          name="datedOn"
          label="Dag, om den är känd"
          help="Som 2026-10-15."
          {...{ typed, faults }}
        />
      </div>
      <Text
        name="source"
        label="Var det är hämtat"
        help="Som ”Kommunstyrelsens förslag, sidan 12”."
        {...{ typed, faults }}
      />
      {rival && !rival.typed ? (
        <p className="second">
          Siffrorna kommer ur filen och ändras inte här. Läs in en ny fil om förslaget har ändrats.
        </p>
      ) : (
        <>
          {rival?.framework && (
            <p className="second">
              Beloppen räknas från ramen som förslaget skrevs in mot: {rival.framework.name}, utgåva{' '}
              {rival.framework.edition}.
            </p>
          )}
          <Changes
            {...{ typed, faults }}
            framework={rival ? baseOf(rival, framework) : framework}
          />
        </>
      )}
    </>
  )
}

type Texts = {
  typed: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
}

function Text({
  name,
  typed,
  faults,
  ...field
}: Texts & { name: string; label: string; help?: string }) {
  return (
    <Field
      {...field}
      name={name}
      defaultValue={typed[name] ?? ''}
      fault={faults[name]}
      autoComplete="off"
    />
  )
}

/** What the other proposal changes of our base: a row a board and a line of the result, a field a year. */
function Changes({ typed, faults, framework }: Texts & { framework: Framework }) {
  const boards = framework.boards.map(({ id, name }) => ({ field: boardField(id, ''), name }))
  return (
    <>
      <AmountTable
        legend={`Nämnder: mer eller mindre än i ramen, ${framework.unit}`}
        help="Minus är mindre till nämnden. Tomt är som i ramen."
        first="Nämnd"
        rows={boards}
        {...{ typed, faults, framework }}
      />
      <AmountTable
        legend={`Intäkter och finans: mer eller mindre än i ramen, ${framework.unit}`}
        help="Plus är högre intäkt, högre nettokostnad och bättre finansnetto. Tomt är som i ramen."
        first="Rad"
        rows={rivalLines(framework)}
        {...{ typed, faults, framework }}
      />
      <div className="fields">
        <Text
          name="ore"
          label="Ändrad skattesats, öre"
          help="Som 30 eller −10. Tomt är som i ramen."
          {...{ typed, faults }}
        />
        <Text
          name="target"
          label="Resultatmål, %"
          help="Som 2,3. Tomt är som i ramen."
          {...{ typed, faults }}
        />
      </div>
    </>
  )
}

function AmountTable({
  legend,
  help,
  first,
  rows,
  typed,
  faults,
  framework,
}: Texts & {
  legend: string
  help: string
  /** What the rows are, over their names. */
  first: string
  rows: readonly { readonly field: string; readonly name: string }[]
  framework: Framework
}) {
  const years = decidedYears(framework).map(({ year }) => year)
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="second">{help}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="typed" role="region" aria-label={legend} tabIndex={0}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {years.map(year => (
                <th key={year} scope="col" className="r">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, name }) => (
              <tr key={field}>
                <th scope="row">{name}</th>
                {years.map((year, i) => (
                  <AmountCell
                    key={year}
                    field={`${field}${i}`}
                    label={`${name} ${year}`}
                    {...{ typed, faults }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}

function AmountCell({ field, label, typed, faults }: Texts & { field: string; label: string }) {
  return (
    <td>
      <input
        className="input amount"
        name={field}
        defaultValue={typed[field] ?? ''}
        aria-label={label}
        aria-invalid={faults[field] ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
      />
      {faults[field] && <span className="fault">{faults[field]}</span>}
    </td>
  )
}
