import { useLocation } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { unsentOf } from '~/unsent'

// it carries the editor's model of a text: loaded only where something waits
const SendUnsent = lazy(() => import('./send-unsent'))

/** What is on its way already gets this long to arrive. */
const patience = 2000

/** Sends what earlier pages left of the proposal's other sections, whichever page is open. */
export function UnsentSections({
  memberId,
  proposalId,
  sections,
}: {
  memberId: string
  proposalId: string
  sections: readonly { readonly id: string; readonly title: string }[]
}) {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const { pathname } = useLocation()
  const open = /\/sections\/([^/]+)/.exec(pathname)?.[1]
  const look = useCallback(async () => {
    const kept = await unsentOf(memberId)
    const own = kept.filter(one => one.proposalId === proposalId && one.sectionId !== open)
    setWaiting([...new Set(own.map(({ sectionId }) => sectionId))])
  }, [memberId, proposalId, open])
  useEffect(() => {
    const timer = window.setTimeout(() => void look(), patience)
    return () => window.clearTimeout(timer)
  }, [look])
  const sent = useCallback(() => window.setTimeout(() => void look(), patience), [look])
  return waiting
    .filter(sectionId => sectionId !== open)
    .map(sectionId => (
      <Suspense key={sectionId} fallback={null}>
        <SendUnsent
          place={{ memberId, proposalId, sectionId }}
          title={sections.find(({ id }) => id === sectionId)?.title ?? 'som är borta'}
          onSent={sent}
        />
      </Suspense>
    ))
}
