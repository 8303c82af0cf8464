import { Choices } from '~/ui/choices'
import { roleName } from './role-name'
import { roles, type Role } from './policy'

const may: Record<Role, string> = {
  drafter: 'skriver text och ändrar siffror',
  reviewer: 'läser, kommenterar, föreslår ändringar av texten och godkänner avsnitt',
  secretary: 'skriver, läser in budgetramar, fryser versioner och exporterar',
  leader: 'antar ändringar, motiverar avsteg och låser upp',
  admin: 'bjuder in och tar bort medlemmar',
}

/** The roles that a member holds, of which there may be several. */
export function RoleBoxes({
  chosen = [],
  fault,
}: {
  chosen?: readonly Role[]
  fault?: string | undefined
}) {
  return (
    <Choices legend="Roller" fault={fault}>
      {roles.map(role => (
        <label key={role}>
          <input type="checkbox" name="roles" value={role} defaultChecked={chosen.includes(role)} />
          <span>
            {roleName[role]} <span className="second">{may[role]}</span>
          </span>
        </label>
      ))}
    </Choices>
  )
}
