import { useState } from 'react'
import { Button } from '~/ui/button'
import { BannerLine } from '~/ui/message'
import type { Role } from './role'
import { roleName } from './role-name'

/** Says that the reader's roles were changed while the page was open: what they may do is another thing since. */
export function RoleChange({ roles }: { roles: readonly Role[] }) {
  const [known, setKnown] = useState(roles)
  if (known.join(' ') === roles.join(' ')) return null
  const names = roles.map(role => roleName[role].toLowerCase())
  return (
    <div className="role-change">
      <BannerLine
        title="Din roll har ändrats."
        actions={
          <Button small onClick={() => setKnown(roles)}>
            Jag förstår
          </Button>
        }
      >
        {`Nu är du ${new Intl.ListFormat('sv').format(names)}.`}
      </BannerLine>
    </div>
  )
}
