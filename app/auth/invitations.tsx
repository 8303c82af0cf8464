import { Form, useFetcher, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { roleName } from '~/group/role-name'
import type { Role } from '~/group/policy'
import { RoleBoxes } from '~/group/role-boxes'
import { faultOf, type Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { dayAndTime } from '~/ui/date'
import { Field } from '~/ui/field'
import { FormFault } from '~/ui/message'

/** The form that makes a one-time link. `answered` is what the last one led to. */
export function InviteForm({ answered }: { answered: Outcome<unknown> | undefined }) {
  const form = useRef<HTMLFormElement>(null)
  const busy = useNavigation().formData?.get('intent') === 'invite'
  const { fault, at } = faultOf(answered)
  useEffect(() => {
    if (answered?.ok) form.current?.reset()
  }, [answered])
  return (
    <Form method="post" ref={form} className="form">
      <input type="hidden" name="intent" value="invite" />
      {fault && <FormFault title="Ingen länk är gjord.">{fault}</FormFault>}
      <Field
        label="Namn"
        name="name"
        required
        maxLength={80}
        fault={at('name')}
        autoComplete="off"
      />
      <Field
        label="E-postadress"
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        help="Används vid inloggningen. Inget brev skickas."
        fault={at('email')}
      />
      <RoleBoxes chosen={['drafter']} fault={at('roles')} />
      <div className="row-end">
        <Button kind="primary" type="submit" busy={busy}>
          Gör en engångslänk
        </Button>
      </div>
    </Form>
  )
}

/** The new link, shown this once: the server keeps only its hash. */
export function NewLink({ name, link }: { name: string; link: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true))
  return (
    <section className="new-link" aria-labelledby="ny-lank">
      <h3 id="ny-lank">Länk till {name}</h3>
      <p>
        Ge den till {name} på ett sätt som ni litar på. Den visas bara nu, gäller i 72 timmar och
        kan användas en gång.
      </p>
      <div className="with-unit">
        <input
          className="input"
          readOnly
          value={link}
          aria-label={`Engångslänk till ${name}`}
          onFocus={event => event.currentTarget.select()}
        />
        <Button onClick={copy}>{copied ? 'Kopierad' : 'Kopiera'}</Button>
      </div>
    </section>
  )
}

type Pending = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly expiresAt: Date
}

/** Links that are out and not used. */
export function PendingInvitations({ invitations }: { invitations: readonly Pending[] }) {
  return (
    <table className="t cards">
      <caption className="sr">Inbjudningar som inte är använda</caption>
      <thead>
        <tr>
          <th scope="col">Namn</th>
          <th scope="col">E-postadress</th>
          <th scope="col">Roller</th>
          <th scope="col">Gäller till</th>
          <th scope="col">
            <span className="sr">Åtgärder</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(invitation => (
          <PendingRow key={invitation.id} invitation={invitation} />
        ))}
      </tbody>
    </table>
  )
}

function PendingRow({ invitation }: { invitation: Pending }) {
  const fetcher = useFetcher()
  return (
    <tr>
      <th scope="row">{invitation.name}</th>
      <td className="left email">{invitation.email}</td>
      <td className="left">{invitation.roles.map(role => roleName[role]).join(', ')}</td>
      <td className="left nb">{dayAndTime(invitation.expiresAt)}</td>
      <td className="left nb acts">
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="invitationId" value={invitation.id} />
          <Button
            kind="plain"
            small
            type="submit"
            aria-label={`Ta tillbaka länken till ${invitation.name}`}
          >
            Ta tillbaka
          </Button>
        </fetcher.Form>
      </td>
    </tr>
  )
}
