import { Form, Link } from '@remix-run/react'
import { ComparisonShown } from './comparison'
import type { RestorePage } from './restore-page'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'

type Props = {
  page: RestorePage
  /** The address to go back to. */
  back: string
  fault: string | null
  busy: boolean
}

/** Shows what a restore would change, and asks once. */
export function RestoreView({ page, back, fault, busy }: Props) {
  const { part, what, version, changes, suggests, otherBase, mayRestore } = page
  return (
    <>
      {fault && <FormFault title="Inget är återställt.">{fault}</FormFault>}
      {changes ? (
        <ul className="told">
          <li>
            Läget som det är nu fryses först, som en automatisk version. Ingenting går förlorat.
          </li>
          {part.kind !== 'amendment' && (
            <li>De som skriver just nu kan fortsätta; kommentarerna finns kvar.</li>
          )}
          {part.kind === 'all' && (
            <li>
              Avsnitt som har tillkommit tas bort ur förslaget, ändringar som har tillkommit dras
              tillbaka. Budgetramen och skälen mot kontroller står kvar som de är.
            </li>
          )}
          {suggests && <li>Det blir ett förslag: gruppledaren avgör om det gäller.</li>}
          {otherBase && (
            <li>Budgetramen har bytts sedan versionen frystes. Den byts inte tillbaka.</li>
          )}
        </ul>
      ) : (
        <p className="summary">
          Det finns inget att återställa: {what} är redan som i {version.name}.
        </p>
      )}
      {changes && (
        <section aria-label="Vad som ändras">
          <ComparisonShown
            comparison={page.comparison}
            names={{ before: 'Just nu', after: version.name }}
            years={page.years}
            unit={page.unit}
            sections={page.sections}
          />
        </section>
      )}
      {changes && mayRestore && <Confirm {...{ page, back, busy }} />}
      {changes && !mayRestore && (
        <p className="second">
          Du kan läsa vad som skulle ändras, men inte återställa {what} i förslagets läge och med
          din roll.
        </p>
      )}
    </>
  )
}

function Confirm({ page, back, busy }: Pick<Props, 'page' | 'back' | 'busy'>) {
  const { part, what, revision } = page
  return (
    <Form method="post" className="acts restore">
      <input type="hidden" name="intent" value={part.kind} />
      {part.kind !== 'all' && <input type="hidden" name="id" value={part.id} />}
      {part.kind === 'amendment' && <input type="hidden" name="revision" value={revision} />}
      <Button kind="primary" type="submit" busy={busy}>
        {busy ? 'Återställer …' : `Återställ ${what}`}
      </Button>
      <Link className="btn" to={back}>
        Avbryt
      </Link>
    </Form>
  )
}
