import { Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { GroupLinks } from '~/group/frame'
import { can, type Actor } from '~/group/policy'
import { statusName } from '~/group/status'
import type { FramedProposal } from './frame'
import { switchedSearch } from './suggested'

/** The way to each part of the proposal: beside the page, or in the menu of a narrow one. */
export function Parts({ proposal, actor }: { proposal: FramedProposal; actor: Actor }) {
  const { search } = useLocation()
  const { withSuggested } = proposal
  const kept = withSuggested ? switchedSearch('', true) : ''
  const at: PathOf = page => `/proposals/${proposal.id}/${page}${kept}`
  return (
    <>
      <p className="nav-title">{proposal.title}</p>
      <p className="quiet">
        {proposal.basis}
        {can(actor, 'rebase', proposal.status) && (
          <>
            {' '}
            <Link to={at('rebase')}>Ny utgåva</Link>
          </>
        )}
      </p>
      <Pages proposal={proposal} at={at} />
      {(proposal.suggested > 0 || withSuggested) && (
        <p className="nav-switch">
          <Link to={{ search: switchedSearch(search, !withSuggested) }} replace>
            {withSuggested ? 'Visa bara antagna' : `Visa med föreslagna (${proposal.suggested})`}
          </Link>
        </p>
      )}
      <Texts proposal={proposal} actor={actor} at={at} />
      <h2>Gruppen</h2>
      <GroupLinks actor={actor} />
    </>
  )
}

/** The address of one of the proposal's pages. */
type PathOf = (page: string) => string

/** Its pages of figures, and those about the work with it. */
function Pages({ proposal, at }: { proposal: FramedProposal; at: PathOf }) {
  const { counts, errors } = proposal
  return (
    <ul>
      <Part to={at('budget')}>Budget</Part>
      <Part to={at('remedies')}>Vad krävs?</Part>
      <Part to={at('tables')}>Tabeller</Part>
      <Part to={at('framework')}>Ramen</Part>
      <Part to={at('meeting')} end={proposal.suggested}>
        Mötesläge
      </Part>
      <Part to={at('alternatives')}>Alternativ</Part>
      <Part to={at('rivals')}>Jämför med andra</Part>
      <Part to={at('checks')} end={errors > 0 ? `${errors} fel` : null}>
        Kontroller
      </Part>
      <Part to={at('news')} end={counts.news}>
        Nytt sedan sist
      </Part>
      <Part to={at('comments')} end={counts.comments}>
        Kommentarer
      </Part>
      <Part to={at('versions')} end={counts.versions}>
        Versioner
      </Part>
      <Part to={at('status')} end={statusName[proposal.status]}>
        Läge
      </Part>
    </ul>
  )
}

/** What is written of it: its sections, and the goals and clauses. */
function Texts({ proposal, actor, at }: { proposal: FramedProposal; actor: Actor; at: PathOf }) {
  const { counts } = proposal
  return (
    <>
      <h2>Avsnitt</h2>
      <ul>
        {proposal.sections.map(({ id, title }, i) => (
          <Part key={id} to={at(`sections/${id}`)} number={i + 1}>
            {title}
          </Part>
        ))}
        {proposal.sections.length > 0 && <Part to={at('find')}>Sök och ersätt</Part>}
        <Part to={at('sections')} exact>
          {can(actor, 'arrange-sections', proposal.status)
            ? 'Lägg till eller ordna'
            : 'Alla avsnitt'}
        </Part>
      </ul>
      <h2>Bilagor</h2>
      <ul>
        <Part to={at('goals')} end={counts.indicators}>
          Mål och indikatorer
        </Part>
        <Part to={at('clauses')} end={counts.clauses}>
          Att-satser
        </Part>
      </ul>
    </>
  )
}

function Part({
  to,
  number,
  end,
  exact = false,
  children,
}: {
  to: string
  number?: number
  end?: ReactNode
  /** Not marked as the reader's place on the pages below it. */
  exact?: boolean
  children: ReactNode
}) {
  return (
    <li>
      <NavLink to={to} end={exact}>
        {number && <span className="no">{number}</span>}
        <span>{children}</span>
        {end !== null && end !== undefined && end !== 0 && <span className="end">{end}</span>}
      </NavLink>
    </li>
  )
}
