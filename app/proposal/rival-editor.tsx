import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import type { Framework } from '~/budget/framework'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { RivalChanges, Text } from './rival-changes'
import { typedRival } from './rival-fields'
import { baseOf } from './rival-comparison'
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
          <RivalChanges
            {...{ typed, faults }}
            framework={rival ? baseOf(rival, framework) : framework}
          />
        </>
      )}
    </>
  )
}
