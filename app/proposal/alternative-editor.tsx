import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import type { Statement } from '~/budget/statement'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { isOffered, settingOf, type Setting, type Switches } from './alternative'
import { switchField, type AlternativeDraft, type AlternativeEditing } from './alternative-form'
import { amendmentName } from './amendment-name'
import { longestAlternative } from './bounds'
import type { StoredAmendment } from './draft'
import { stateNames } from './moves'

const headings: Record<AlternativeEditing['type'], string> = {
  add: 'Nytt alternativ',
  change: 'Ändra alternativet',
  remove: 'Ta bort alternativet',
}

type Props = {
  editing: AlternativeEditing
  draft: AlternativeDraft | null
  amendments: readonly StoredAmendment[]
  statement: Statement
  /** Back to the page without the form. */
  back: string
}

/** The form of an alternative. What was chosen before a refusal stands in it, so that nothing is lost. */
export function AlternativeEditor({ editing, draft, amendments, statement, back }: Props) {
  const { type, alternative } = editing
  // the revision that was seen when the form was opened: the page under it may load anew meanwhile
  const [seen] = useState(draft?.typed.revision ?? String(alternative?.revision ?? ''))
  const removes = type === 'remove'
  const offered = amendments.filter(isOffered)
  return (
    <section className="block" id="formular" aria-labelledby="h-formular">
      <h2 id="h-formular">{headings[type]}</h2>
      <Form method="post" className="form" replace>
        <input type="hidden" name="intent" value={type} />
        {alternative && (
          <>
            <input type="hidden" name="id" value={alternative.id} />
            <input type="hidden" name="revision" value={seen} />
          </>
        )}
        {draft?.faults.form && <FormFault title="Inte sparat.">{draft.faults.form}</FormFault>}
        {draft?.current && (
          <Stands current={draft.current} amendments={offered} statement={statement} />
        )}
        {removes ? (
          <p className="lede">
            ”{alternative?.name}” försvinner. Förslaget och ändringarna blir som de är.
          </p>
        ) : (
          <>
            <Field
              label="Vad alternativet heter"
              name="name"
              help="Som ”Utan skattehöjning”."
              defaultValue={draft?.typed.name ?? alternative?.name ?? ''}
              fault={draft?.faults.name}
              autoComplete="off"
              maxLength={longestAlternative}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for: writing can begin at once
              autoFocus
            />
            {offered.length === 0 ? (
              <p className="second">Förslaget har inga ändringar att slå på eller av än.</p>
            ) : (
              <div className="switches">
                {offered.map(amendment => (
                  <SettingChoice
                    key={amendment.id}
                    amendment={amendment}
                    name={amendmentName(amendment, statement)}
                    setting={chosen(draft, alternative, amendment.id)}
                  />
                ))}
              </div>
            )}
          </>
        )}
        <div className="row-end">
          <Button kind={removes ? 'danger' : 'primary'} type="submit">
            {removes ? 'Ta bort' : 'Spara'}
          </Button>
          <Link className="btn plain" to={back}>
            Avbryt
          </Link>
        </div>
      </Form>
    </section>
  )
}

function chosen(
  draft: AlternativeDraft | null,
  alternative: Switches | null,
  id: string,
): Setting | string {
  const typed = draft?.typed[switchField(id)]
  if (typed !== undefined) return typed
  return alternative ? settingOf(alternative, id) : 'follow'
}

function SettingChoice({
  amendment,
  name,
  setting,
}: {
  amendment: StoredAmendment
  name: string
  setting: string
}) {
  const { id, number, state } = amendment
  const follows = state === 'adopted' ? 'på' : 'av'
  const choices: readonly [Setting, string][] = [
    ['follow', `Som förslaget (${follows})`],
    ['on', 'På'],
    ['off', 'Av'],
  ]
  return (
    <fieldset className="inline-choices">
      <legend>
        <span className="ink">Ä{number}</span> {name}
        {state !== 'adopted' && <span className="meta"> {stateNames[state].toLowerCase()}</span>}
      </legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={switchField(id)}
            value={value}
            defaultChecked={setting === value}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

const settingWords: Record<Exclude<Setting, 'follow'>, string> = { on: 'på', off: 'av' }

/** What someone else saved while this form was open: it stands above one's own, and nothing is chosen yet. */
function Stands({
  current,
  amendments,
  statement,
}: {
  current: Switches & { readonly name: string }
  amendments: readonly StoredAmendment[]
  statement: Statement
}) {
  const exceptions = amendments.flatMap(amendment => {
    const setting = settingOf(current, amendment.id)
    return setting === 'follow'
      ? []
      : `Ä${amendment.number} ${amendmentName(amendment, statement)} ${settingWords[setting]}`
  })
  return (
    <div className="clash">
      <h3>Det här står nu</h3>
      <p>
        {current.name}: {exceptions.length > 0 ? exceptions.join(', ') : 'allt som i förslaget'}.
      </p>
      <p className="second">
        Nedanför står ditt. Spara det i stället, eller avbryt och behåll det som står.
      </p>
    </div>
  )
}
