import type { ReactNode } from 'react'
import { Button } from '~/ui/button'

/** The parameters of the page's address that open the form where no script runs. */
export const editParameters = { which: 'andring', kind: 'slag' } as const
export const newAmendment = 'ny'

/** Opens the form of an amendment, or of a new one. Without script the page is asked for again with the form in it. */
export function EditButton({
  which,
  onOpen,
  kind,
  label,
  children,
}: {
  which: string
  onOpen: () => void
  kind: 'primary' | 'plain'
  label?: string
  children: ReactNode
}) {
  return (
    <form
      method="get"
      action="#redigera"
      className="inline"
      onSubmit={event => {
        event.preventDefault()
        onOpen()
      }}
    >
      <input type="hidden" name={editParameters.which} value={which} />
      <Button kind={kind} small={kind === 'plain'} type="submit" aria-label={label}>
        {children}
      </Button>
    </form>
  )
}
