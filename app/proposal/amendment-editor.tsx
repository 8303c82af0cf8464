import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { FormFault } from '~/ui/message'
import type { Clash } from './amendment-judgement'
import type { FieldFaults } from './amendment-form'
import {
  FrameFields,
  KindField,
  ReasonFields,
  TargetField,
  TaxField,
  type Editing,
  type Kind,
} from './amendment-fields'
import { amendmentName } from './amendment-name'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'
import { ClashPanel } from './clash-panel'

/** The form behind Lägg till ändring and Ändra. What was typed stays until the server has taken it. */
export function AmendmentEditor({
  page,
  editing,
  onClose,
}: {
  page: BudgetPage
  editing: Editing
  onClose: () => void
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const { amendment } = editing
  const [kind, setKind] = useState<Kind>(
    amendment?.change.type === 'tax-rate' || amendment?.change.type === 'result-target'
      ? amendment.change.type
      : 'frame',
  )
  const form = useRef<HTMLFormElement>(null)
  const answered = fetcher.state === 'idle' || (fetcher.state === 'loading' && !fetcher.data?.ok)
  const answer = answered ? fetcher.data : undefined
  const saved = answer?.ok ?? false
  useEffect(() => {
    if (saved) onClose()
  }, [saved, onClose])

  const faults: FieldFaults = answer && !answer.ok ? answer.faults : {}
  const clash = answer && !answer.ok ? answer.clash : null
  const first = Object.keys(faults)[0]
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }, [first])

  const title = amendment
    ? `Ändra Ä${amendment.number}, ${amendmentName(amendment, page.statement)}`
    : 'Lägg till ändring'
  return (
    <Dialog open onClose={onClose} title={title}>
      <fetcher.Form
        method="post"
        ref={form}
        className="amendment-form"
        onSubmit={event => fetcher.state !== 'idle' && event.preventDefault()}
      >
        <input type="hidden" name="intent" value={amendment ? 'change' : 'add'} />
        {amendment && <Seen amendment={amendment} clash={clash} />}
        {amendment ? (
          <input type="hidden" name="type" value={kind} />
        ) : (
          <KindField kind={kind} onKind={setKind} fault={faults.type} />
        )}
        {kind === 'frame' && <FrameFields page={page} editing={editing} faults={faults} />}
        {kind === 'tax-rate' && <TaxField amendment={amendment} page={page} faults={faults} />}
        {kind === 'result-target' && <TargetField amendment={amendment} faults={faults} />}
        <ReasonFields page={page} amendment={amendment} faults={faults} />
        {answer && !answer.ok && !clash && Object.keys(faults).length === 0 && (
          <FormFault title="Inte sparat.">{answer.message}</FormFault>
        )}
        {clash && (
          <ClashPanel
            what={amendmentName(clash.saved, page.statement)}
            clash={clash}
            at={editing.at}
            year={page.years[editing.at]?.year ?? 0}
            now={page.now}
            onKeep={onClose}
            onSave={() => form.current?.requestSubmit()}
          />
        )}
        {!clash && (
          <div className="acts">
            <Button kind="primary" type="submit" busy={fetcher.state !== 'idle'}>
              Spara ändring
            </Button>
            <Button onClick={onClose}>Avbryt</Button>
          </div>
        )}
      </fetcher.Form>
    </Dialog>
  )
}

/** Which save the form was opened on; after a clash, the one that the member now has seen beside their own. */
function Seen({ amendment, clash }: { amendment: ShownAmendment; clash: Clash | null }) {
  const [opened] = useState(amendment.revision)
  return (
    <>
      <input type="hidden" name="id" value={amendment.id} />
      <input type="hidden" name="revision" value={clash?.saved.revision ?? opened} />
    </>
  )
}
