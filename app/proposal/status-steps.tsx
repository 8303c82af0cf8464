import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Status } from '~/group/policy'
import type { StatusStep } from '~/group/status'
import { faultOf, type Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { FieldFrame } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { RivalBoxes } from './rival-boxes'
import type { RivalChoice } from './rival-choice'
import type { StatusPage } from './status-view'

const stepNames: Record<StatusStep, string> = {
  'begin-review': 'Börja granskningen',
  'end-review': 'Tillbaka till utkast',
  lock: 'Lås förslaget',
  unlock: 'Lås upp',
  submit: 'Markera som inlämnat',
}

const primary: readonly StatusStep[] = ['begin-review', 'lock', 'submit']

/** The steps that the reader may take; one that needs a word or cannot be undone asks first. */
export function StatusSteps({ page }: { page: StatusPage }) {
  const { open, errors, led, status, rivals, proposalId } = page
  const fetcher = useFetcher<Outcome<unknown>>({ key: `step ${proposalId} ${status}` })
  const [asking, setAsking] = useState<StatusStep | null>(null)
  const { fault } = faultOf(fetcher.data)
  const idle = fetcher.state === 'idle'
  const take = (step: StatusStep) => fetcher.submit({ intent: step }, { method: 'post' })
  const close = () => setAsking(null)
  return (
    <>
      {fault && idle && <FormFault title="Läget är inte ändrat.">{fault}</FormFault>}
      <div className="row-end status-steps">
        {open.map(step => (
          <Button
            key={step}
            {...(primary.includes(step) && { kind: 'primary' as const })}
            busy={!idle && fetcher.formData?.get('intent') === step}
            onClick={() => (step === 'unlock' || step === 'submit' ? setAsking(step) : take(step))}
          >
            {stepNames[step]}
          </Button>
        ))}
        {open.includes('lock') && errors.length > 0 && (
          <span className="second">
            {errors.length === 1 ? 'Ett fel' : `${errors.length} fel`} hindrar låsning än så länge.
          </span>
        )}
        {open.length === 0 && <span className="second">{whoMay(status, led)}</span>}
        {status === 'locked' && !open.includes('unlock') && open.length > 0 && (
          <span className="second">{whoUnlocks(led)}</span>
        )}
      </div>
      <Dialog open={asking === 'unlock'} onClose={close} title="Lås upp förslaget?">
        <UnlockForm close={close} />
      </Dialog>
      <Dialog open={asking === 'submit'} onClose={close} title="Markera som inlämnat?">
        <SubmitForm close={close} rivals={rivals} />
      </Dialog>
    </>
  )
}

/** A step of its own: its answer closes its own dialog, and no other that was opened meanwhile. */
function useStep(close: () => void) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const taken = fetcher.state === 'idle' && fetcher.data?.ok === true
  useEffect(() => {
    if (taken) close()
  }, [taken, close])
  return fetcher
}

function UnlockForm({ close }: { close: () => void }) {
  const fetcher = useStep(close)
  const { fault, at } = faultOf(fetcher.data)
  return (
    <fetcher.Form method="post" className="form">
      <input type="hidden" name="intent" value="unlock" />
      {fault && <FormFault title="Förslaget är fortfarande låst.">{fault}</FormFault>}
      <FieldFrame
        id="unlock-reason"
        label="Varför"
        help="Syns för hela gruppen, med ditt namn och tiden."
        fault={at('reason')}
      >
        <textarea
          id="unlock-reason"
          name="reason"
          className="input"
          rows={3}
          aria-describedby={at('reason') ? 'unlock-reason-fault' : 'unlock-reason-help'}
        />
      </FieldFrame>
      <div className="acts">
        <Button kind="primary" type="submit" busy={fetcher.state !== 'idle'}>
          Lås upp
        </Button>
        <Button onClick={close}>Avbryt</Button>
      </div>
    </fetcher.Form>
  )
}

/** What is handed in is frozen by the same act, so what it is printed beside is chosen here. */
function SubmitForm({ close, rivals }: { close: () => void; rivals: readonly RivalChoice[] }) {
  const fetcher = useStep(close)
  const { fault, at } = faultOf(fetcher.data)
  return (
    <fetcher.Form method="post" className="form">
      <input type="hidden" name="intent" value="submit" />
      {fault && <FormFault title="Läget är inte ändrat.">{fault}</FormFault>}
      <p>
        Förslaget fryses som en version och kan sedan inte ändras av någon. Det går inte att ta
        tillbaka.
      </p>
      <RivalBoxes rivals={rivals} fault={at('rivals')} />
      <div className="acts">
        <Button kind="danger" type="submit" busy={fetcher.state !== 'idle'}>
          Markera som inlämnat
        </Button>
        <Button onClick={close}>Avbryt</Button>
      </div>
    </fetcher.Form>
  )
}

function whoMay(status: Status, led: boolean): string {
  if (status === 'submitted') return ''
  return status === 'locked'
    ? whoUnlocks(led)
    : 'Sekreteraren eller gruppledaren tar förslaget vidare.'
}

const whoUnlocks = (led: boolean): string =>
  led
    ? 'Gruppledaren kan låsa upp.'
    : 'Bara en gruppledare kan låsa upp. Gruppen har ingen: en administratör ger någon rollen under Medlemmar.'
