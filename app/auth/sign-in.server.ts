import type { Outcome } from '~/outcome'
import { done, refused } from '~/outcome'
import { Email } from '~/group/member'
import { verifyNothing, verifyPassword } from './password.server'
import { findMembersByEmail } from './store.server'
import { forgetTries, takeTry } from './tries.server'

type SignIn = {
  readonly email: string
  readonly password: string
  /** The member chosen, where the address and the password fit in several groups. */
  readonly memberId?: string | undefined
}

type Fitting = { readonly id: string; readonly groupName: string }

/** Who signs in: one member, or the question which, asked only of someone whose password fits them all. */
export type SignedIn =
  | { readonly type: 'member'; readonly memberId: string }
  | { readonly type: 'choice'; readonly members: Fitting[] }

// an address in two groups must not take longer than one in none: so many passwords are tried for every address
const triesForAll = 2

const wrong = refused({
  kind: 'invalid',
  message: 'E-postadress och lösenord hör inte ihop. Efter fem försök vilar inloggningen en kvart.',
})

/** The same answer, in the same time, whether the address is unknown, removed or known with another password. */
export async function signIn(
  { email, password, memberId }: SignIn,
  { address }: { address: string },
): Promise<Outcome<SignedIn>> {
  const attempt = { account: email.trim().toLowerCase(), address }
  const wait = await takeTry(attempt)
  if (wait > 0) return resting(wait)

  const fitting = await findFitting(email, password)
  if (fitting.length === 0) return wrong
  await forgetTries(attempt)

  const chosen = fitting.length === 1 ? fitting[0] : fitting.find(({ id }) => id === memberId)
  if (!chosen) return done({ type: 'choice', members: fitting })
  return done({ type: 'member', memberId: chosen.id })
}

async function findFitting(email: string, password: string): Promise<Fitting[]> {
  const known = Email.safeParse(email)
  const members = known.success ? await findMembersByEmail(known.data) : []
  const padding = Array.from({ length: Math.max(0, triesForAll - members.length) })
  const [fits] = await Promise.all([
    Promise.all(members.map(member => verifyPassword(member.passwordHash, password))),
    Promise.all(padding.map(() => verifyNothing(password))),
  ])
  return members.filter((_, i) => fits[i]).map(({ id, groupName }) => ({ id, groupName }))
}

function resting(seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  return refused({
    kind: 'too-many',
    message: `Det har varit för många försök. Inloggningen vilar i ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} till.`,
  })
}
