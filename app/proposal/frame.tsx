import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOwnPage } from '~/auth/own-page'
import { SumLine } from '~/budget/sum-line'
import type { SumFigures } from '~/budget/sum-figures'
import { WithSuggested } from '~/budget/with-suggested'
import { RoleChange } from '~/group/role-change'
import { roleName } from '~/group/role-name'
import { can, type Actor, type Status } from '~/group/policy'
import { statusName } from '~/group/status'
import { Icon } from '~/ui/icon'
import { SaveStateProvider, SaveStateShown, useSaveState } from '~/ui/save-state'
import type { Reminder } from './deadline'
import { FrameNotice } from './frame-notice'
import { Parts } from './frame-parts'
import { switchedSearch } from './suggested'

/** What the frame shows of a proposal, on each of its pages. */
export type FramedProposal = {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly reminders: readonly Reminder[]
  readonly revision: number
  /** Whether all figures count the suggested amendments too, and how many these are. */
  readonly withSuggested: boolean
  readonly suggested: number
  readonly basis: string
  /** Each page loads for itself what it shows of the rest. */
  readonly statement: SumFigures
  readonly errors: number
  readonly warnings: number
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  /** How many there are of each. */
  readonly counts: Readonly<
    Record<'news' | 'comments' | 'versions' | 'indicators' | 'clauses', number>
  >
}

type Person = { readonly memberId: string; readonly name: string }

type Props = {
  proposal: FramedProposal
  actor: Actor
  /** Who else has the proposal open. */
  present: readonly Person[]
  /** At most one line under the header. */
  notice?: ReactNode
  /** Stands last in the navigation. */
  help?: ReactNode
  children: ReactNode
}

/** The signed-in frame: header, navigation and the sum line around a page of the proposal. */
export function ProposalFrame({ proposal, actor, present, notice, help, children }: Props) {
  const others = othersOnce(present, actor)
  const { pathname } = useLocation()
  useOwnPage(actor)
  // read from across a room: no contents beside it, and a sum line of its own
  const projected = pathname.endsWith('/meeting')
  return (
    <SaveStateProvider>
      <WithSuggested.Provider value={proposal.withSuggested && !projected}>
        <a className="skip" href="#innehall">
          Till innehållet
        </a>
        <header className="head">
          <Link className="brand" to="/proposals" aria-label="Skuggbudget, till alla förslag">
            Skuggbudget
          </Link>
          <p className="folio status">
            <Link to={`/proposals/${proposal.id}/status`}>
              <b>{statusName[proposal.status]}</b>
            </Link>
          </p>
          <div className="head-end">
            <Present actor={actor} others={others} />
            <Badges proposal={proposal} />
            <SaveStateShown />
            {/* a new page closes the menu */}
            <details className="menu" key={pathname}>
              <summary>Innehåll</summary>
              <nav className="menu-panel" aria-label="Förslagets delar, meny">
                <p className="second menu-now">
                  <b>{statusName[proposal.status]}</b>
                  <br />
                  {`Här nu: ${['du', ...others.map(({ name }) => name)].join(', ')}`}
                </p>
                <Parts proposal={proposal} actor={actor} />
                {help}
              </nav>
            </details>
          </div>
        </header>
        <RoleChange roles={actor.roles} />
        {notice || (!projected && <FrameNotice proposal={proposal} />)}
        <ReadOnly when={!can(actor, 'amend', proposal.status)} />
        <div className={projected ? 'shell projected' : 'shell'}>
          {!projected && (
            <nav className="nav" aria-label="Förslagets delar">
              <div className="nav-in">
                <Parts proposal={proposal} actor={actor} />
                {help}
              </div>
            </nav>
          )}
          <main className="main" id="innehall" tabIndex={-1}>
            {children}
          </main>
        </div>
        {!projected && (
          <SumLine
            statement={proposal.statement}
            detailsPath={`/proposals/${proposal.id}/budget#finansiering`}
            remediesPath={`/proposals/${proposal.id}/remedies${proposal.withSuggested ? switchedSearch('', true) : ''}`}
          />
        )}
      </WithSuggested.Provider>
    </SaveStateProvider>
  )
}

/** Says so in the place of the save state, where the reader changes neither text nor figures. */
function ReadOnly({ when }: { when: boolean }) {
  useSaveState(when ? { type: 'read-only' } : null)
  return null
}

/** The others, each once, however many pages they have open. */
function othersOnce(present: readonly Person[], actor: Actor): Person[] {
  const others = present.filter(({ memberId }) => memberId !== actor.memberId)
  return [...new Map(others.map(person => [person.memberId, person])).values()]
}

const shownAtMost = 3

function Present({ actor, others }: { actor: Actor; others: readonly Person[] }) {
  const named = others.slice(0, shownAtMost)
  const [role] = actor.roles
  return (
    <span className="who" role="group" aria-label="Här nu">
      <span className="quiet" aria-hidden="true">
        Här nu
      </span>
      <span className="tag me">du{role && `, ${roleName[role]}`}</span>
      {named.map(({ memberId, name }) => (
        <span key={memberId} className="tag">
          {name}
        </span>
      ))}
      {others.length > named.length && <span className="tag">+{others.length - named.length}</span>}
    </span>
  )
}

function Badges({ proposal: { id, errors, warnings } }: { proposal: FramedProposal }) {
  const checks = `/proposals/${id}/checks`
  if (errors + warnings === 0)
    return (
      <Link className="badge ok nb" to={checks}>
        <Icon name="ok" />
        <span>Inga fel</span>
      </Link>
    )
  return (
    <span className="badges">
      {errors > 0 && (
        <Link className="badge error nb" to={checks}>
          <Icon name="error" />
          <span>
            <span className="n">{errors}</span> fel
          </span>
        </Link>
      )}
      {warnings > 0 && (
        <Link
          className={errors > 0 ? 'badge w warn nb' : 'badge warn nb'}
          to={`${checks}#varningar`}
        >
          <Icon name="warn" />
          <span>
            <span className="n">{warnings}</span> {warnings === 1 ? 'varning' : 'varningar'}
          </span>
        </Link>
      )}
    </span>
  )
}
