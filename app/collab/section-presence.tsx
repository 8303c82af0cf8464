import { Fragment, useState } from 'react'
import { useLive } from './live'
import { presentIn } from './section-place'

/**
 * Who else has the section open, and under which heading they stand. It has a line of its own width, whoever comes and
 * goes, so that nothing beside it moves; a press shows what that cuts off.
 */
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
  const [whole, setWhole] = useState(false)
  const present = presentIn(members, sectionId, memberId)
  return (
    <span className="present">
      {present.length > 0 && (
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {lead}:{' '}
          {present.map(({ memberId: id, name, heading }, i) => (
            <Fragment key={id}>
              {i > 0 && ', '}
              <b>{name}</b>
              {heading && ` vid ”${heading}”`}
            </Fragment>
          ))}
        </button>
      )}
    </span>
  )
}
