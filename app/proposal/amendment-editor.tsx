import { useFetcher, type Fetcher } from '@remix-run/react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ChangeType } from '~/budget/amendment'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { FormFault } from '~/ui/message'
import type { Clash } from './amendment-judgement'
import { ChangeFields, KindField, ReasonFields, type Editing } from './amendment-fields'
import { amendmentName } from './amendment-name'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'
import { ClashPanel } from './clash-panel'
import { editParameters, newAmendment } from './edit-button'
import type { FieldFaults } from './typed'

type Props = {
  page: BudgetPage
  editing: Editing
  onClose: () => void
}

const titleOf = ({ amendment }: Editing, page: BudgetPage): string =>
  amendment
    ? `Ändra Ä${amendment.number}, ${amendmentName(amendment, page.statement)}`
    : 'Lägg till ändring'

/** The form behind Lägg till ändring and Ändra. What was typed stays until the server has taken it. */
export function AmendmentEditor(props: Props) {
  const { amendment } = props.editing
  const [kind, setKind] = useState<ChangeType>(amendment?.change.type ?? 'frame')
  return (
    <Dialog open onClose={props.onClose} title={titleOf(props.editing, props.page)}>
      <EditorForm {...props} kind={kind} onKind={setKind} answered={null} />
    </Dialog>
  )
}

/** The same form as a part of the page, where no script runs: the kind is chosen first, by asking for the page again. */
export function EditorSection({
  kind,
  answered,
  ...props
}: Props & { readonly kind: ChangeType; readonly answered: BudgetAnswer | null }) {
  const { amendment } = props.editing
  return (
    <section className="block" id="redigera" aria-labelledby="h-redigera">
      <h2 id="h-redigera">{titleOf(props.editing, props.page)}</h2>
      {!amendment && (
        <form method="get" action="#redigera" className="form">
          <input type="hidden" name={editParameters.which} value={newAmendment} />
          <KindField kind={kind} name={editParameters.kind} />
          <div>
            <Button type="submit">Visa fälten</Button>
          </div>
        </form>
      )}
      <EditorForm key={kind} {...props} kind={kind} onKind={null} answered={answered} />
    </section>
  )
}

function EditorForm({
  page,
  editing,
  onClose,
  kind,
  onKind,
  answered,
}: Props & {
  readonly kind: ChangeType
  /** Null where the kind is chosen outside the form. */
  readonly onKind: ((kind: ChangeType) => void) | null
  /** What the server answered to a form that was sent without script. */
  readonly answered: BudgetAnswer | null
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const { amendment } = editing
  const form = useRef<HTMLFormElement>(null)
  const refused = useRefusal(fetcher, answered, onClose)
  const faults: FieldFaults = refused?.faults ?? {}
  useFirstFault(form, faults)
  const typed = answered && !answered.ok ? answered.typed : undefined
  const fields = {
    page,
    amendment,
    faults,
    fill: (name: string, from: string) => (typed ? (typed[name] ?? '') : from),
  }
  return (
    <fetcher.Form
      method="post"
      ref={form}
      className="amendment-form"
      onSubmit={event => fetcher.state !== 'idle' && event.preventDefault()}
    >
      <input type="hidden" name="intent" value={amendment ? 'change' : 'add'} />
      <input type="hidden" name="unit" value={page.statement.unit} />
      {amendment && <Seen amendment={amendment} clash={refused?.clash ?? null} />}
      {amendment || !onKind ? (
        <input type="hidden" name="type" value={kind} />
      ) : (
        <KindField kind={kind} onKind={onKind} fault={faults.type} />
      )}
      <ChangeFields key={kind} kind={kind} editing={editing} {...fields} />
      <ReasonFields {...fields} />
      <Ending
        {...{ page, editing, refused, onClose }}
        busy={fetcher.state !== 'idle'}
        onSave={() => form.current?.requestSubmit()}
      />
    </fetcher.Form>
  )
}

type Refusal = Extract<BudgetAnswer, { ok: false }>

/** What the server last refused, also without script; the form is closed once it has saved. */
function useRefusal(
  { state, data }: Pick<Fetcher<BudgetAnswer>, 'state' | 'data'>,
  answered: BudgetAnswer | null,
  onClose: () => void,
): Refusal | null {
  const fetched = state === 'idle' ? data : undefined
  const saved = fetched?.ok ?? false
  useEffect(() => {
    if (saved) onClose()
  }, [saved, onClose])
  const answer = fetched ?? answered
  return answer && !answer.ok ? answer : null
}

/** What the server refused of the whole, and the buttons; after a clash, the choice between the two saves. */
function Ending({
  page,
  editing: { at },
  refused,
  busy,
  onClose,
  onSave,
}: Props & { refused: Refusal | null; busy: boolean; onSave: () => void }) {
  const { statement, years, now } = page
  const clash = refused?.clash
  if (clash)
    return (
      <ClashPanel
        what={amendmentName(clash.saved, statement)}
        clash={clash}
        unit={statement.unit}
        at={at}
        year={years[at]?.year ?? 0}
        now={now}
        onKeep={onClose}
        onSave={onSave}
      />
    )
  return (
    <>
      {refused && !namesField(refused.faults) && (
        <FormFault title="Inte sparat.">{refused.message}</FormFault>
      )}
      <div className="acts">
        <Button kind="primary" type="submit" busy={busy}>
          Spara ändring
        </Button>
        <Button onClick={onClose}>Avbryt</Button>
      </div>
    </>
  )
}

/** The focus goes to the first field that is at fault, out of what is folded. */
function useFirstFault(form: RefObject<HTMLFormElement | null>, faults: FieldFaults): void {
  const first = Object.keys(faults)[0]
  useEffect(() => {
    if (!first) return
    const field = form.current?.querySelector<HTMLElement>(`[name="${first}"]`)
    const folded = field?.closest('details')
    if (folded) folded.open = true
    field?.focus()
  }, [form, first])
}

// A fault of the whole amendment has no field to stand at.
const namesField = (faults: FieldFaults): boolean =>
  Object.keys(faults).some(name => name !== 'type' && name !== 'amounts')

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
