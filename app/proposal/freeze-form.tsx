import { Form, Link } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { FormFault } from '~/ui/message'

/** Another proposal that the version may be printed beside. */
export type RivalChoice = { readonly id: string; readonly name: string; readonly source: string }

type Props = {
  fault: { message: string; field?: string } | undefined
  rivals: readonly RivalChoice[]
}

/** Names a version, and chooses what other proposals its document sets beside it. */
export function FreezeForm({ fault, rivals }: Props) {
  const named = fault?.field === 'name' || fault?.field === 'rivals'
  return (
    <Form method="post" action="?index" className="freeze" id="frys" aria-label="Frys en version">
      {fault && !named && <FormFault title="Versionen frystes inte.">{fault.message}</FormFault>}
      <Field
        label="Versionens namn"
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        help="Som gruppen känner igen den: ”Efter gruppmötet”."
        fault={fault?.field === 'name' ? fault.message : undefined}
      />
      {rivals.length > 0 && (
        <RivalBoxes rivals={rivals} fault={fault?.field === 'rivals' ? fault.message : undefined} />
      )}
      <div className="acts">
        <Button kind="primary" type="submit">
          Frys
        </Button>
        <Link className="btn" to=".">
          Avbryt
        </Link>
      </div>
    </Form>
  )
}

function RivalBoxes({
  rivals,
  fault,
}: {
  rivals: readonly RivalChoice[]
  fault: string | undefined
}) {
  return (
    <fieldset className="choices">
      <legend className="label">Jämför i en bilaga</legend>
      <p className="second">
        Det som du väljer står bredvid vårt förslag sist i dokumentet, och i versionens JSON-fil.
      </p>
      {rivals.map(({ id, name, source }) => (
        <label key={id}>
          <input type="checkbox" name="rivals" value={id} />
          <span>
            {name} <span className="second">{source}</span>
          </span>
        </label>
      ))}
      {fault && (
        <span className="fault error" role="alert">
          <Icon name="error" /> {fault}
        </span>
      )}
    </fieldset>
  )
}
