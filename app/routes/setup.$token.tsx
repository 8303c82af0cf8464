import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { Gate } from '~/auth/gate'
import { NewPasswordField } from '~/auth/new-password'
import { startSession } from '~/auth/session.server'
import { readSetupLink, setUpGroup } from '~/auth/set-up-group.server'
import { readForm } from '~/form.server'
import { Email, GroupName, MemberName, Password } from '~/group/member'
import { faultOf } from '~/outcome'
import { reachOutcome } from '~/reach'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Skapa gruppen – Skuggbudget' }]

const SetUp = z.object({
  groupName: GroupName,
  name: MemberName,
  email: Email,
  password: Password,
})

export async function loader({ params }: LoaderFunctionArgs) {
  return valueOrThrow(await readSetupLink(params.token ?? '', new Date()))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const input = await readForm(request, SetUp)
  if (!input.ok) return answer(input)
  const outcome = await setUpGroup(params.token ?? '', input.value, new Date())
  if (!outcome.ok) return answer(outcome)
  throw redirect('/proposals', {
    headers: { 'Set-Cookie': await startSession(request, outcome.value.memberId) },
  })
}

export const clientAction = reachOutcome

export default function Setup() {
  const answered = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const { fault, at } = faultOf(answered)
  return (
    <Gate foot="Länken gäller en gång. Du blir gruppens första administratör och sekreterare.">
      <Form method="post" aria-labelledby="rubrik">
        <h1 id="rubrik">Skapa er grupp</h1>
        {fault && <FormFault title="Gruppen är inte skapad.">{fault}</FormFault>}
        <Field
          label="Gruppens namn"
          name="groupName"
          required
          maxLength={80}
          help="Partiet och kommunen, till exempel Partiet i Alingsås."
          fault={at('groupName')}
        />
        <Field
          label="Ditt namn"
          name="name"
          required
          maxLength={80}
          autoComplete="name"
          fault={at('name')}
        />
        <Field
          label="E-postadress"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          fault={at('email')}
        />
        <NewPasswordField label="Välj ett lösenord" fault={at('password')} />
        <div className="row-end">
          <Button kind="primary" type="submit" busy={busy}>
            Skapa gruppen
          </Button>
        </div>
      </Form>
    </Gate>
  )
}
