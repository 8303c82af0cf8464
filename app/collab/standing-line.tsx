import { formatDecimal } from '~/budget/format'
import { hasLapsed, standingName, standingText } from './readiness'
import { SectionPresence } from './section-presence'
import type { ListedSection } from './section-list'

/** `312 ord`, `1 ord`; Swedish has one form for both. */
export const wordCount = (words: number): string => `${formatDecimal(words, 0, 0)} ord`

/** How a section of the list stands: how far it has come, who answers for it, and how long it is. */
export function StandingLine({
  section,
  memberId,
}: {
  section: ListedSection
  /** The reader, who is not told of themselves. */
  memberId: string
}) {
  const { standing, hash, responsibleName, words } = section
  const said = standingText(standing, hash)
  return (
    <p className="standing second">
      <b className={hasLapsed(standing, hash) ? 'lapsed' : standing.readiness}>
        {standingName(standing, hash)}
      </b>
      {said && <span>{said}</span>}
      {responsibleName && <span>Ansvarig: {responsibleName}</span>}
      <span className="num">{wordCount(words)}</span>
      <SectionPresence sectionId={section.id} memberId={memberId} lead="Här nu" />
    </p>
  )
}
