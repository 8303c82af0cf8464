import { Form, Link } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { longestVersionName } from './bounds'
import { RivalBoxes } from './rival-boxes'
import type { RivalChoice } from './rival-choice'

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
        maxLength={longestVersionName}
        autoComplete="off"
        help="Som gruppen känner igen den: ”Efter gruppmötet”."
        fault={fault?.field === 'name' ? fault.message : undefined}
      />
      <RivalBoxes rivals={rivals} fault={fault?.field === 'rivals' ? fault.message : undefined} />
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
