import { Fragment } from 'react'
import { useLive } from './live'
import { presentIn } from './section-place'

/** Who else has the section open, and under which heading they stand. */
export function SectionPresence({
  sectionId,
  memberId,
  lead,
}: {
  sectionId: string
  memberId: string
  /** What the names are introduced with: `Här nu`. */
  lead: string
}) {
  const { members } = useLive()
  const present = presentIn(members, sectionId, memberId)
  if (present.length === 0) return null
  return (
    <span className="present">
      {lead}:{' '}
      {present.map(({ memberId: id, name, heading }, i) => (
        <Fragment key={id}>
          {i > 0 && ', '}
          <b>{name}</b>
          {heading && ` vid ”${heading}”`}
        </Fragment>
      ))}
    </span>
  )
}
