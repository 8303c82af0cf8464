import { Link, useLocation } from '@remix-run/react'
import { BannerLine } from '~/ui/message'
import type { FramedProposal } from './frame'
import { switchedSearch } from './suggested'

/** Says so on every page where suggested amendments count; else the nearest day. One line at a time. */
export function FrameNotice({ proposal }: { proposal: FramedProposal }) {
  const { withSuggested, suggested } = proposal
  const { search } = useLocation()
  if (!withSuggested) return <Reminders proposal={proposal} />
  return (
    <BannerLine
      title="Med föreslagna."
      actions={
        <Link to={{ search: switchedSearch(search, false) }} replace>
          Visa bara antagna
        </Link>
      }
    >
      {suggested === 1 ? 'En ändring' : `${suggested} ändringar`} som inte är antagna räknas med i
      alla siffror.
    </BannerLine>
  )
}

/** The day that is nearest, or has gone by: said on every page until the step is taken. */
function Reminders({ proposal: { id, reminders } }: { proposal: FramedProposal }) {
  const [first] = reminders
  const { pathname } = useLocation()
  if (!first || pathname.endsWith('/status')) return null
  return (
    <BannerLine
      {...(first.days < 0 && { mood: 'warn' as const })}
      title={first.text}
      actions={<Link to={`/proposals/${id}/status`}>Till läget</Link>}
    />
  )
}
