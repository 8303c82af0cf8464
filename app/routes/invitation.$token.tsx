import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { acceptInvitation, readInvitation } from '~/auth/accept-invitation.server'
import { Gate } from '~/auth/gate'
import { NewPasswordField } from '~/auth/new-password'
import { startSession } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { MemberName, Password } from '~/group/member'
import { faultOf } from '~/outcome'
import { reachOutcome } from '~/reach'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Bli medlem – Skuggbudget' }]

const Accept = z.object({ name: MemberName, password: Password })

export async function loader({ params }: LoaderFunctionArgs) {
  return valueOrThrow(await readInvitation(params.token ?? '', new Date()))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const input = await readForm(request, Accept)
  if (!input.ok) return answer(input)
  const outcome = await acceptInvitation(params.token ?? '', input.value, new Date())
  if (!outcome.ok) return answer(outcome)
  throw redirect('/proposals', {
    headers: { 'Set-Cookie': await startSession(request, outcome.value.memberId) },
  })
}

export const clientAction = reachOutcome

export default function Invitation() {
  const { name, email, groupName } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const { fault, at } = faultOf(answered)
  return (
    <Gate foot="Länken gäller en gång.">
      <Form method="post" aria-labelledby="rubrik">
        <h1 id="rubrik">Bli medlem i {groupName}</h1>
        {fault && <FormFault title="Det gick inte.">{fault}</FormFault>}
        <Field label="E-postadress" type="email" value={email} readOnly autoComplete="username" />
        <Field
          label="Ditt namn"
          name="name"
          defaultValue={name}
          required
          maxLength={80}
          autoComplete="name"
          help="Så ser de andra i gruppen dig."
          fault={at('name')}
        />
        <NewPasswordField label="Välj ett lösenord" fault={at('password')} />
        <div className="row-end">
          <Button kind="primary" type="submit" busy={busy}>
            Bli medlem
          </Button>
        </div>
      </Form>
    </Gate>
  )
}
