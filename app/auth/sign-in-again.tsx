import { useEffect, useState, useSyncExternalStore, type FormEvent } from 'react'
import { isSignedOut, memberHere, onMemberChange, setSignedIn, type SignedOut } from '~/member-here'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { BannerLine, FormFault } from '~/ui/message'

const channel = 'skuggbudget sign-in'

/** Over any page whose session has ended: sign in again in place, and go on where one was. */
export function SignInAgain() {
  const why = useSyncExternalStore(onMemberChange, isSignedOut, () => null)
  const [later, setLater] = useState<SignedOut | null>(null)
  useSignInElsewhere()
  // a new reason is asked about anew
  if (later !== null && later !== why) setLater(null)
  if (!why) return null
  const shown = later !== why
  return (
    <>
      {!shown && (
        <BannerLine
          mood="warn"
          title="Du är utloggad."
          actions={
            <Button small onClick={() => setLater(null)}>
              Logga in
            </Button>
          }
        >
          Det du har skrivit ligger kvar, och skickas när du har loggat in igen.
        </BannerLine>
      )}
      <Dialog open={shown} onClose={() => setLater(why)} title="Logga in igen">
        <SignInForm why={why} onLater={() => setLater(why)} />
      </Dialog>
    </>
  )
}

function SignInForm({ why, onLater }: { why: SignedOut; onLater: () => void }) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const member = memberHere()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    body.set('memberId', member?.memberId ?? '')
    setBusy(true)
    const answered = await ask(body)
    setBusy(false)
    if (!answered.ok) return setFault(answered.message)
    tellOthers(member?.memberId)
    setSignedIn()
  }
  return (
    <form className="form" onSubmit={event => void send(event)}>
      {fault && <FormFault title="Du är inte inloggad.">{fault}</FormFault>}
      <p>
        {why === 'other-member'
          ? `Någon annan har loggat in i den här webbläsaren. Det som är skrivet här är ${nameOf(member)} och skickas inte i någon annans namn.`
          : 'Inloggningen har gått ut. Det du har skrivit ligger kvar, och skickas när du har loggat in.'}
      </p>
      <p>
        Logga in som <b>{member?.name}</b>.
      </p>
      <Field label="E-post" name="email" type="email" autoComplete="username" required />
      <Field
        label="Lösenord"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <div className="acts">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? 'Loggar in' : 'Logga in'}
        </Button>
        <Button onClick={onLater}>Vänta</Button>
        <a className="btn plain" href="/login">
          Lämna sidan
        </a>
      </div>
    </form>
  )
}

const nameOf = (member: { name: string } | null) => `${member?.name ?? 'ett annat konto'}s`

type Answered = { readonly ok: true } | { readonly ok: false; readonly message: string }

async function ask(body: FormData): Promise<Answered> {
  try {
    const response = await fetch('/sign-in-again', { method: 'POST', body })
    if (response.status >= 500) return { ok: false, message: unanswered }
    // the gate for the answer of our own server
    const outcome = (await response.json()) as Outcome<null>
    return outcome.ok ? { ok: true } : { ok: false, message: outcome.fault.message }
  } catch {
    return { ok: false, message: unanswered }
  }
}

const unanswered = 'Servern svarar inte. Försök igen om en stund.'

function tellOthers(memberId: string | undefined) {
  const others = new BroadcastChannel(channel)
  // a channel reaches this origin alone and takes no target
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  others.postMessage(memberId)
  others.close()
}

/** Who signs in again in one tab need not do so in the others. */
function useSignInElsewhere() {
  useEffect(() => {
    const others = new BroadcastChannel(channel)
    others.addEventListener('message', ({ data }) => {
      if (isSignedOut() && data === memberHere()?.memberId) setSignedIn()
    })
    return () => others.close()
  }, [])
}
