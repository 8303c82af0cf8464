import { done, refused, type Outcome } from '~/outcome'
import { signIn } from './sign-in.server'

type SignIn = { readonly email: string; readonly password: string; readonly memberId: string }

/**
 * Signs in the member whose page is open, and nobody else: what is typed on the page is that member's. An account of
 * another member is refused even with the right password, and gets no session.
 */
export async function signInAgain(
  { email, password, memberId }: SignIn,
  from: { address: string },
): Promise<Outcome<{ memberId: string }>> {
  const signedIn = await signIn({ email, password, memberId }, from)
  if (!signedIn.ok) return signedIn
  if (signedIn.value.type === 'member' && signedIn.value.memberId === memberId)
    return done({ memberId })
  return refused({
    kind: 'conflict',
    message:
      'Det är ett annat konto än det som sidan är öppnad med. Det som är skrivet här skickas inte i någon annans namn: logga in med samma konto, eller lämna sidan.',
  })
}
