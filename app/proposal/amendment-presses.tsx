import { useFetcher, useFetchers, useSubmit } from '@remix-run/react'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import type { BudgetAnswer, ShownAmendment } from './budget-page'

type Of = Pick<ShownAmendment, 'id' | 'revision'>

/** What was pressed in the list of amendments since the page was opened, and whether the server still works at it. */
export type AmendmentPresses = {
  readonly isBusy: (id: string, intent: string) => boolean
  readonly wasPressed: (id: string, intent: string) => boolean
}

const keyOf = (id: string, intent: string) => `press ${intent} ${id}`

/**
 * Hears for all of the list which of its forms are sent, so that a row that nothing was pressed in is no more than its
 * markup: a list has hundreds of forms.
 */
export function useAmendmentPresses(): {
  presses: AmendmentPresses
  onSubmit: (event: FormEvent<HTMLElement>) => void
} {
  const submit = useSubmit()
  // a refused one may be at its page anew, for as long as there is no contact
  const sent = useFetchers().filter(({ state, data }) => state === 'submitting' || !isRefused(data))
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set())
  const busy = new Set(sent.map(({ key }) => key))
  return {
    presses: {
      isBusy: (id, intent) => busy.has(keyOf(id, intent)),
      wasPressed: (id, intent) => pressed.has(keyOf(id, intent)),
    },
    onSubmit: event => {
      const form = event.target
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
      const { id, intent } = Object.fromEntries(new FormData(form))
      if (typeof id !== 'string' || typeof intent !== 'string') return
      event.preventDefault()
      const fetcherKey = keyOf(id, intent)
      setPressed(before => new Set([...before, fetcherKey]))
      submit(form, { navigate: false, fetcherKey })
    },
  }
}

/** A press that sends an amendment and what is to be done with it; under it why it was not done. */
export function PressForm({
  of: { id, revision },
  intent,
  presses,
  kind,
  label,
  children,
}: {
  of: Of
  intent: string
  presses: AmendmentPresses
  kind?: 'plain'
  /** The whole of what the button does. */
  label: string
  children: ReactNode
}) {
  return (
    <>
      <form method="post" className="inline">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <Button
          kind={kind}
          small
          type="submit"
          busy={presses.isBusy(id, intent)}
          aria-label={label}
        >
          {children}
        </Button>
      </form>
      {presses.wasPressed(id, intent) && <PressFault id={id} intent={intent} />}
    </>
  )
}

function PressFault({ id, intent }: { id: string; intent: string }) {
  const { state, data } = useFetcher<BudgetAnswer>({ key: keyOf(id, intent) })
  const fault = state !== 'submitting' && data && !data.ok && data.message
  useEffect(() => {
    if (fault) document.getElementById(`a-${id}`)?.scrollIntoView({ block: 'nearest' })
  }, [fault, id])
  return fault ? <FormFault title="Inte sparat.">{fault}</FormFault> : null
}

const isRefused = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
