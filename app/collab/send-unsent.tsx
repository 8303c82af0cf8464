import { useEffect } from 'react'
import { Link } from '@remix-run/react'
import { BannerLine } from '~/ui/message'
import { useSaveState } from '~/ui/save-state'
import type { Place } from './section-outbox'
import { saveStateOf, useSectionSession } from './section-session'

/** Sends what an earlier page left of a section that is not open now. Shown only where the text takes it no more. */
export default function SendUnsent({
  place,
  title,
  onSent,
}: {
  place: Place
  title: string
  onSent: () => void
}) {
  const { session, connection } = useSectionSession(place)
  const { waiting, leftOver, refused } = connection
  const stays = Boolean(leftOver) || refused !== null
  useSaveState(stays ? null : saveStateOf(connection))
  const sent = session !== null && waiting === 0 && !stays
  useEffect(() => {
    if (sent) onSent()
  }, [sent, onSent])
  if (!stays || refused === 'no-access' || (refused === 'in-bin' && !leftOver)) return null
  return (
    <BannerLine
      mood="warn"
      title="Något du skrev är inte sparat."
      actions={<Link to={`/proposals/${place.proposalId}/sections/${place.sectionId}`}>Visa</Link>}
    >
      Det gäller avsnittet {title}.
    </BannerLine>
  )
}
