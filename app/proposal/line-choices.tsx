import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import { joinable, lineKey } from '~/budget/change-algebra'
import { changeText } from '~/budget/change-name'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import { amendmentName } from './amendment-name'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'
import type { Rights } from './moves'

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

type Group = readonly ShownAmendment[]

/** The adopted and suggested amendments that share a line, two or more; the base has no several of them on its own. */
function groupsOf(amendments: Group): Group[] {
  const byLine = new Map<string, ShownAmendment[]>()
  for (const amendment of amendments) {
    if (amendment.state !== 'adopted' && amendment.state !== 'suggested') continue
    const key = lineKey(amendment.change)
    byLine.set(key, [...(byLine.get(key) ?? []), amendment])
  }
  return [...byLine.values()].filter(group => group.length > 1)
}

function SharedLine({ group, page }: { group: Group; page: BudgetPage }) {
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
              {amendment.state === 'suggested' && ', föreslagen'}
              {replaced && `, ersätter Ä${replaced.number}`}
            </li>
          )
        })}
      </ul>
      <Choices group={group} rights={page.rights} />
    </div>
  )
}

function Choices({ group, rights }: { group: Group; rights: Rights }) {
  const replacing = group.filter(({ replaces }) => group.some(({ id }) => id === replaces))
  const replacedIds = new Set(replacing.map(({ replaces }) => replaces))
  const counted = group.filter(({ id }) => !replacedIds.has(id))
  const mine = (amendment: ShownAmendment) =>
    amendment.state === 'adopted' ? rights.decide : rights.amend
  return (
    <div className="acts">
      {replacing.filter(mine).map(amendment => (
        <LineForm
          key={amendment.id}
          fields={{ intent: 'replace', ...seen(amendment), replaces: '' }}
          press={`Låt Ä${amendment.number} läggas till`}
        />
      ))}
      {counted.length > 1 && (
        <>
          <span className="second">
            {counted.every(({ state }) => state === 'adopted')
              ? 'De läggs ihop.'
              : 'De läggs ihop, en föreslagen när den antas.'}
          </span>
          {counted.filter(mine).map(amendment => (
            <Replace key={amendment.id} amendment={amendment} others={counted} />
          ))}
          {rights.decide &&
            joined(counted).map(pair => <Join key={`${pair[0].id} ${pair[1].id}`} pair={pair} />)}
        </>
      )}
    </div>
  )
}

/** Lets an amendment replace another one: which, where there are several. */
function Replace({ amendment, others }: { amendment: ShownAmendment; others: Group }) {
  const replaceable = others.filter(({ id }) => id !== amendment.id)
  const fields = { intent: 'replace', ...seen(amendment) }
  const [only, ...more] = replaceable
  if (!only) return null
  if (more.length === 0)
    return (
      <LineForm
        fields={{ ...fields, replaces: only.id }}
        press={`Låt Ä${amendment.number} ersätta Ä${only.number}`}
      />
    )
  return (
    <LineForm fields={fields} press={`Låt Ä${amendment.number} ersätta den`}>
      <label>
        Ä{amendment.number} ersätter{' '}
        <select className="input" name="replaces">
          {replaceable.map(({ id, number }) => (
            <option key={id} value={id}>
              Ä{number}
            </option>
          ))}
        </select>
      </label>
    </LineForm>
  )
}

type Pair = readonly [ShownAmendment, ShownAmendment]

/** The adopted that can be made one: all that are alike, two and two, or else the first two on the same terms. */
function joined(counted: Group): Pair[] {
  const pairs = counted
    .filter(({ state }) => state === 'adopted')
    .flatMap((a, i, adopted) =>
      adopted
        .slice(i + 1)
        .flatMap((b): Pair[] => (joinable(a.change, b.change) ? [[a, b] as const] : [])),
    )
  const alike = pairs.filter(pair => same(pair))
  return alike.length > 0 ? alike.slice(0, 3) : pairs.slice(0, 1)
}

function Join({ pair }: { pair: Pair }) {
  const [a, b] = pair
  return (
    <LineForm
      fields={{ intent: 'join', ...seen(a), other: b.id, otherRevision: String(b.revision) }}
      press={
        same(pair)
          ? `Ä${a.number} och Ä${b.number} är lika: slå ihop till en med summan`
          : `Slå ihop Ä${a.number} och Ä${b.number}`
      }
    />
  )
}

const seen = ({ id, revision }: ShownAmendment) => ({ id, revision: String(revision) })

const same = ([a, b]: Pair) => changeText(a.change) === changeText(b.change)

/** One press of its own, after what is chosen for it. */
function LineForm({
  fields,
  press,
  children,
}: {
  fields: Record<string, string>
  press: string
  children?: ReactNode
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const fault = fetcher.state === 'idle' && fetcher.data && !fetcher.data.ok && fetcher.data.message
  return (
    <>
      <fetcher.Form method="post" className="inline">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Button small type="submit" busy={fetcher.state !== 'idle'}>
          {press}
        </Button>
      </fetcher.Form>
      {fault && <FormFault title="Inte sparat.">{fault}</FormFault>}
    </>
  )
}
