import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '~/ui/button'
import { ConfirmDialog, Dialog } from '~/ui/dialog'
import { FormFault } from '~/ui/message'
import type { Outcome } from '~/outcome'
import { faultOf } from '~/outcome'
import { roleName } from './role-name'
import { RoleBoxes } from './role-boxes'
import type { Role } from './policy'

type Member = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** The group's members, for its admins. `ownId` is the reader's own. */
export function MemberTable({ members, ownId }: { members: readonly Member[]; ownId: string }) {
  return (
    <table className="t cards">
      <caption className="sr">Medlemmar</caption>
      <thead>
        <tr>
          <th scope="col">Namn</th>
          <th scope="col">E-postadress</th>
          <th scope="col">Roller</th>
          <th scope="col">
            <span className="sr">Åtgärder</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(member => (
          <MemberRow key={member.id} member={member} own={member.id === ownId} />
        ))}
      </tbody>
    </table>
  )
}

type Asking = 'roles' | 'removal' | null

function MemberRow({ member, own }: { member: Member; own: boolean }) {
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  return (
    <tr>
      <th scope="row">
        <b>{member.name}</b> {own && <span className="tag me">du</span>}
      </th>
      <td className="left email">{member.email}</td>
      <td className="left">{member.roles.map(role => roleName[role]).join(', ')}</td>
      <td className="left nb acts">
        <Button
          kind="plain"
          small
          aria-label={`Ändra roller för ${member.name}`}
          onClick={() => setAsking('roles')}
        >
          Ändra roller
        </Button>
        <Button
          kind="plain"
          small
          aria-label={`Ta bort ${member.name}`}
          onClick={() => setAsking('removal')}
        >
          Ta bort
        </Button>
        <RolesDialog member={member} open={asking === 'roles'} onClose={close} />
        <RemovalDialog member={member} own={own} open={asking === 'removal'} onClose={close} />
      </td>
    </tr>
  )
}

type DialogProps = { member: Member; open: boolean; onClose: () => void }

function RolesDialog({ member, open, onClose }: DialogProps) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const { fault, at } = faultOf(fetcher.data)
  const saved = fetcher.state === 'idle' && fetcher.data?.ok
  const [seen, setSeen] = useState<unknown>(null)
  if (saved && seen !== fetcher.data) {
    setSeen(fetcher.data)
    onClose()
  }
  return (
    <Dialog open={open} onClose={onClose} title={`Roller för ${member.name}`}>
      <fetcher.Form method="post" className="form">
        <input type="hidden" name="intent" value="roles" />
        <input type="hidden" name="memberId" value={member.id} />
        {fault && <FormFault title="Rollerna är inte ändrade.">{fault}</FormFault>}
        <RoleBoxes chosen={member.roles} fault={at('roles')} />
        <p className="second">Ändringen gäller genast, också på sidor som redan är öppna.</p>
        <div className="acts">
          <Button kind="primary" type="submit" busy={fetcher.state !== 'idle'}>
            Spara rollerna
          </Button>
          <Button onClick={onClose}>Avbryt</Button>
        </div>
      </fetcher.Form>
    </Dialog>
  )
}

function RemovalDialog({ member, own, open, onClose }: DialogProps & { own: boolean }) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const { fault } = faultOf(fetcher.data)
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={own ? 'Lämna gruppen?' : `Ta bort ${member.name}?`}
      confirm={own ? 'Lämna gruppen' : `Ta bort ${member.name}`}
      onConfirm={() =>
        fetcher.submit({ intent: 'remove', memberId: member.id }, { method: 'post' })
      }
    >
      {fault && <FormFault title="Medlemmen är kvar.">{fault}</FormFault>}
      <p>
        {own
          ? 'Du loggas ut genast och kommer inte in igen.'
          : `${member.name} loggas ut genast, också på sidor som redan är öppna.`}{' '}
        Text, siffror och kommentarer är kvar, med namnet bredvid.
      </p>
    </ConfirmDialog>
  )
}
