import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { z } from 'zod'
import { answer } from '~/answer.server'
import { changePassword } from '~/auth/change-password.server'
import { NewPasswordField } from '~/auth/new-password'
import { SessionTable } from '~/auth/session-table'
import { ownSessionId, requireActor } from '~/auth/session.server'
import { signingOut } from '~/auth/sign-out'
import { signOutEverywhere } from '~/auth/sign-out-everywhere.server'
import { listSessions } from '~/auth/store.server'
import { readForm } from '~/form.server'
import { GroupFrame } from '~/group/frame'
import { Password } from '~/group/member'
import { roleName } from '~/group/role-name'
import { loadGroupName } from '~/group/store.server'
import { faultOf } from '~/outcome'
import { reach, unanswered } from '~/reach'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { FormDone, FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Ditt konto – Skuggbudget' }]

const Change = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('password'),
    current: z.string().max(1000, 'Lösenordet är för långt.'),
    password: Password,
  }),
  z.object({ intent: z.literal('sign-out-everywhere') }),
])

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const ownId = ownSessionId(request)
  const [groupName, rows] = await Promise.all([
    loadGroupName(actor),
    listSessions(actor, new Date()),
  ])
  const sessions = rows.map(({ id, ...session }) => ({ ...session, own: id === ownId }))
  return { actor, groupName, sessions }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const input = await readForm(request, Change)
  if (!input.ok) return answer(input)
  if (input.value.intent === 'sign-out-everywhere')
    throw redirect('/login', { headers: { 'Set-Cookie': await signOutEverywhere(actor) } })
  const from = { address: context.clientAddress, sessionId: ownSessionId(request) ?? '' }
  return answer(await changePassword(actor, input.value, from))
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => signingOut(() => serverAction<typeof action>()), unanswered)

export default function Account() {
  const { actor, groupName, sessions } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { fault, at } = faultOf(answered)
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <div className="title">
        <h1>Ditt konto</h1>
        <p className="basis">
          {actor.name} i {groupName}: {actor.roles.map(role => roleName[role]).join(', ')}.
        </p>
      </div>
      <section className="block" aria-labelledby="losenord">
        <h2 id="losenord">Byt lösenord</h2>
        <p className="lede">När du byter loggas du ut överallt utom här.</p>
        {/* a new key empties the form once the password is changed */}
        <Form method="post" className="form" key={answered?.ok ? 'changed' : 'asking'}>
          <input type="hidden" name="intent" value="password" />
          {fault && <FormFault title="Lösenordet är inte bytt.">{fault}</FormFault>}
          {answered?.ok && <FormDone>Lösenordet är bytt.</FormDone>}
          <Field
            label="Nuvarande lösenord"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            fault={at('current')}
          />
          <NewPasswordField label="Nytt lösenord" fault={at('password')} />
          <div className="row-end">
            <Button kind="primary" type="submit">
              Byt lösenord
            </Button>
          </div>
        </Form>
      </section>
      <section className="block" aria-labelledby="inloggad">
        <h2 id="inloggad">Här är du inloggad</h2>
        <SessionTable sessions={sessions} />
        <Form method="post" className="row-end">
          <input type="hidden" name="intent" value="sign-out-everywhere" />
          <Button kind="danger" type="submit">
            Logga ut överallt
          </Button>
        </Form>
      </section>
    </GroupFrame>
  )
}
