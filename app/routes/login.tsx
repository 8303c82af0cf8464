import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useNavigation, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { answer } from '~/answer.server'
import { Gate } from '~/auth/gate'
import { ownPath } from '~/auth/return-path'
import { getActor, startSession } from '~/auth/session.server'
import { ShownOut } from '~/auth/shown-out'
import { signIn, type SignedIn } from '~/auth/sign-in.server'
import { readForm } from '~/form.server'
import { done } from '~/outcome'
import { reachOutcome } from '~/reach'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Logga in – Skuggbudget' }]

const SignIn = z.object({
  email: z.string().max(1000, 'E-postadressen är för lång.'),
  password: z.string().max(1000, 'Lösenordet är för långt.'),
  memberId: z.string().optional(),
})

type Choice = Extract<SignedIn, { type: 'choice' }>

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  if (await getActor(request)) throw redirect(ownPath(searchParams.get('redirectTo')))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const input = await readForm(request, SignIn)
  if (!input.ok) return answer<Choice>(input)
  const outcome = await signIn(input.value, { address: context.clientAddress })
  if (!outcome.ok) return answer<Choice>(outcome)
  if (outcome.value.type === 'choice') return answer<Choice>(done(outcome.value))
  const { searchParams } = new URL(request.url)
  throw redirect(ownPath(searchParams.get('redirectTo')), {
    headers: { 'Set-Cookie': await startSession(request, outcome.value.memberId) },
  })
}

export const clientAction = reachOutcome

export default function Login() {
  const answered = useActionData<typeof action>()
  const [search] = useSearchParams()
  const busy = useNavigation().state !== 'idle'
  const choices = answered?.ok ? answered.value.members : []
  return (
    <Gate foot="Konto får du av gruppens administratör.">
      <Form method="post" action={`/login?${search}`} aria-labelledby="rubrik">
        <h1 id="rubrik" className="sr">
          Logga in
        </h1>
        {!answered && <ShownOut />}
        {answered && !answered.ok && (
          <FormFault title="Det gick inte att logga in.">{answered.fault.message}</FormFault>
        )}
        <Field
          label="E-postadress"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        <Field
          label="Lösenord"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          help="Du får klistra in det."
        />
        {choices.length > 0 && <GroupChoice members={choices} />}
        <div className="row-end">
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? 'Loggar in' : 'Logga in'}
          </Button>
        </div>
      </Form>
    </Gate>
  )
}

function GroupChoice({ members }: { members: { id: string; groupName: string }[] }) {
  return (
    <fieldset className="choices" role="radiogroup" aria-live="polite">
      <legend className="label">Du är med i flera grupper. Vilken gäller det nu?</legend>
      {members.map(({ id, groupName }, i) => (
        <label key={id}>
          <input type="radio" name="memberId" value={id} required defaultChecked={i === 0} />
          {groupName}
        </label>
      ))}
    </fieldset>
  )
}
