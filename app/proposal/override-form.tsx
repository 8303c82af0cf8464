import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { faultOf, type Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { Choices } from '~/ui/choices'
import { Dialog } from '~/ui/dialog'
import { FieldFrame } from '~/ui/field'
import { FormFault } from '~/ui/message'
import { formatMoment } from '~/ui/moment'
import type { NamedFinding } from './check-page'
import type { StoredOverride } from './draft'
import type { DeficitGround } from './snapshot'

/** The law's grounds in the words of the screen and of the document (KL 11:5). */
export const groundNames: Record<DeficitGround, string> = {
  'result-reserve': 'Medel från resultatreserven används (11 kap. 14 §)',
  'exceptional-reasons': 'Synnerliga skäl',
}

/** The leader's way to give a reason against a finding. */
export function OverrideButton({ finding }: { finding: NamedFinding }) {
  const [open, setOpen] = useState(false)
  const fetcher = useFetcher<Outcome<unknown>>()
  const { fault, at } = faultOf(fetcher.data)
  const idle = fetcher.state === 'idle'
  const deficit = finding.id === 'C08'
  const key = `reason-${finding.id}-${finding.place}`
  return (
    <>
      <Button
        kind="plain"
        small
        aria-label={`Motivera avsteg från ${finding.id}, ${finding.where}`}
        onClick={() => setOpen(true)}
      >
        Motivera avsteg
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Motivera avsteg från ${finding.id}, ${finding.name}`}
      >
        <fetcher.Form method="post" className="form">
          <input type="hidden" name="intent" value="override" />
          <input type="hidden" name="check" value={finding.id} />
          <input type="hidden" name="place" value={finding.place} />
          <p className="second">{finding.message}</p>
          {fault && idle && <FormFault title="Avsteget är inte sparat.">{fault}</FormFault>}
          {deficit && <Grounds fault={at('ground')} />}
          <FieldFrame
            id={key}
            label="Skäl"
            help={
              deficit
                ? 'Trycks i dokumentet: fullmäktige ska kunna ta ställning till det.'
                : 'Står i gruppens egen kontrollrapport. Trycks inte.'
            }
            fault={at('reason')}
          >
            <textarea
              id={key}
              name="reason"
              className="input"
              rows={4}
              aria-describedby={at('reason') ? `${key}-fault` : `${key}-help`}
            />
          </FieldFrame>
          <div className="acts">
            <Button kind="primary" type="submit" busy={!idle}>
              Spara avsteget
            </Button>
            <Button onClick={() => setOpen(false)}>Avbryt</Button>
          </div>
        </fetcher.Form>
      </Dialog>
    </>
  )
}

function Grounds({ fault }: { fault: string | undefined }) {
  return (
    <Choices legend="Lagens grund (KL 11 kap. 5 §)" fault={fault}>
      {Object.entries(groundNames).map(([ground, name]) => (
        <label key={ground}>
          <input type="radio" name="ground" value={ground} />
          <span>{name}</span>
        </label>
      ))}
    </Choices>
  )
}

/** The reasons that are given, with who gave them; the leader may take one back. */
export function OverrideTable({
  overrides,
  mayOverride,
  now,
}: {
  overrides: readonly (StoredOverride & { readonly where: string })[]
  mayOverride: boolean
  now: Date
}) {
  return (
    <section className="block" id="avsteg" aria-labelledby="h-avsteg">
      <h2 id="h-avsteg">Motiverade avsteg</h2>
      <p className="lede">
        Skälen står i gruppens egen kontrollrapport. Bara ett skäl enligt kommunallagen 11 kap. 5 §
        trycks i dokumentet.
      </p>
      <table className="t cards okt">
        <caption className="sr">Motiverade avsteg</caption>
        <thead>
          <tr>
            <th scope="col">Kontroll</th>
            <th scope="col">Skäl</th>
            <th scope="col">Vem och när</th>
            <th scope="col">
              <span className="sr">Åtgärder</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overrides.map(({ id, check, where, ground, reason, byName, at }) => (
            <tr key={id}>
              <td className="left nb">
                <b>{check}</b> <span className="meta">{where}</span>
              </td>
              <th scope="row">
                {ground && <b>{groundNames[ground]}: </b>}
                {reason}
              </th>
              <td className="left">
                {byName}, {formatMoment(at, now)}
              </td>
              <td className="left nb acts">
                {mayOverride && <RemoveButton id={id} name={`${check}, ${where}`} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RemoveButton({ id, name }: { id: string; name: string }) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const { fault } = faultOf(fetcher.data)
  return (
    <fetcher.Form method="post" className="inline">
      <input type="hidden" name="intent" value="remove-override" />
      <input type="hidden" name="id" value={id} />
      <Button
        kind="plain"
        small
        type="submit"
        busy={fetcher.state !== 'idle'}
        aria-label={`Ta bort avsteget från ${name}`}
      >
        Ta bort
      </Button>
      {fault && <FormFault title="Avsteget är kvar.">{fault}</FormFault>}
    </fetcher.Form>
  )
}
