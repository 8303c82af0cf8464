import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import { joinable, lineKey } from '~/budget/change-algebra'
import { changeText } from '~/budget/change-name'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import { amendmentName } from './amendment-name'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'

/**
 * Several amendments on one line: shown together, with the choice whether they add or one replaces the other. Two on
 * the same terms can also be made one.
 */
export function LineChoices({ page }: { page: BudgetPage }) {
  const groups = groupsOf(page.amendments)
  if (groups.length === 0) return null
  return (
    <section className="lines-shared" aria-labelledby="h-shared">
      <h3 id="h-shared">Flera ändringar på samma rad</h3>
      {groups.map(group => (
        <SharedLine key={group[0]?.id} group={group} page={page} />
      ))}
    </section>
  )
}

/** The adopted amendments that share a line, those of two or more; the base has no several of them on its own. */
function groupsOf(amendments: readonly ShownAmendment[]): ShownAmendment[][] {
  const byLine = new Map<string, ShownAmendment[]>()
  for (const amendment of amendments) {
    if (amendment.state !== 'adopted') continue
    const key = lineKey(amendment.change)
    byLine.set(key, [...(byLine.get(key) ?? []), amendment])
  }
  return [...byLine.values()].filter(group => group.length > 1)
}

function SharedLine({ group, page }: { group: readonly ShownAmendment[]; page: BudgetPage }) {
  const [first] = group
  if (!first) return null
  const byId = new Map(group.map(amendment => [amendment.id, amendment]))
  return (
    <div className="shared-line">
      <p>
        <b>{amendmentName(first, page.statement)}</b>
      </p>
      <ul>
        {group.map(amendment => {
          const replaced = amendment.replaces ? byId.get(amendment.replaces) : undefined
          return (
            <li key={amendment.id}>
              <a className="nr" href={`#a-${amendment.id}`}>
                Ä{amendment.number}
              </a>{' '}
              <span className="num">{changeText(amendment.change, page.statement.unit)}</span>
              {replaced && `, ersätter Ä${replaced.number}`}
            </li>
          )
        })}
      </ul>
      {page.editable && <Choices group={group} />}
    </div>
  )
}

function Choices({ group }: { group: readonly ShownAmendment[] }) {
  const replacing = group.filter(({ replaces }) => group.some(({ id }) => id === replaces))
  const replacedIds = new Set(replacing.map(({ replaces }) => replaces))
  const counted = group.filter(({ id }) => !replacedIds.has(id))
  const [a, b] = counted
  return (
    <div className="acts">
      {replacing.map(amendment => (
        <LineForm
          key={amendment.id}
          fields={{ intent: 'replace', ...seen(amendment), replaces: '' }}
        >
          Låt Ä{amendment.number} läggas till
        </LineForm>
      ))}
      {a && b && (
        <>
          <span className="second">De läggs ihop.</span>
          <LineForm fields={{ intent: 'replace', ...seen(b), replaces: a.id }}>
            Låt Ä{b.number} ersätta Ä{a.number}
          </LineForm>
          <LineForm fields={{ intent: 'replace', ...seen(a), replaces: b.id }}>
            Låt Ä{a.number} ersätta Ä{b.number}
          </LineForm>
          {joinable(a.change, b.change) && (
            <LineForm
              fields={{
                intent: 'join',
                ...seen(a),
                other: b.id,
                otherRevision: String(b.revision),
              }}
            >
              {same(a, b)
                ? `Ä${a.number} och Ä${b.number} är lika: slå ihop till en med summan`
                : `Slå ihop Ä${a.number} och Ä${b.number}`}
            </LineForm>
          )}
        </>
      )}
    </div>
  )
}

const seen = ({ id, revision }: ShownAmendment) => ({ id, revision: String(revision) })

const same = (a: ShownAmendment, b: ShownAmendment) => changeText(a.change) === changeText(b.change)

function LineForm({ fields, children }: { fields: Record<string, string>; children: ReactNode }) {
  const fetcher = useFetcher<BudgetAnswer>()
  const fault = fetcher.state === 'idle' && fetcher.data && !fetcher.data.ok && fetcher.data.message
  return (
    <>
      <fetcher.Form method="post" className="inline">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button small type="submit" busy={fetcher.state !== 'idle'}>
          {children}
        </Button>
      </fetcher.Form>
      {fault && <FormFault title="Inte sparat.">{fault}</FormFault>}
    </>
  )
}
