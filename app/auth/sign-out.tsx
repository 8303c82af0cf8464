import { useFetcher } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { memberHere } from '~/member-here'
import { ConfirmDialog } from '~/ui/dialog'
import { changes } from '~/ui/save-state'
import { forgetAllUnsent, unsentOf } from '~/unsent'

export type SignOutAnswer = { readonly message: string }

/** Out of the group's pages. What is not sent yet would go with it, so that is asked about first. */
export function SignOut() {
  const fetcher = useFetcher<SignOutAnswer>()
  const [unsent, setUnsent] = useState(0)
  const leave = () => fetcher.submit(null, { method: 'post', action: '/logout' })
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const waiting = await unsentOf(memberHere()?.memberId ?? '')
    if (waiting.length === 0) leave()
    else setUnsent(waiting.length)
  }
  return (
    <>
      <fetcher.Form method="post" action="/logout" onSubmit={event => void ask(event)}>
        <button type="submit" className="nav-button">
          Logga ut
        </button>
        {fetcher.data && <p role="alert">{fetcher.data.message}</p>}
      </fetcher.Form>
      <ConfirmDialog
        open={unsent > 0}
        onClose={() => setUnsent(0)}
        title="Allt du har skrivit är inte skickat"
        confirm="Logga ut och släng det"
        onConfirm={() => {
          setUnsent(0)
          leave()
        }}
      >
        <p>
          {changes(unsent)} väntar på servern och finns bara i den här webbläsaren. Inget av
          utkastet får ligga kvar här när du har loggat ut.
        </p>
      </ConfirmDialog>
    </>
  )
}

/** Once the server has ended the session, nothing of a draft stays in the browser. */
export async function signingOut<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (answer) {
    // a way on is the server's answer to a sign-out
    if (answer instanceof Response) await forgetAllUnsent()
    throw answer
  }
}
