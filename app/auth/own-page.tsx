import { useEffect } from 'react'
import { setMemberHere } from '~/member-here'
import { forgetOthersUnsent } from '~/unsent'

/** Says whose page this is, as long as it is open, and clears away what another member left in the browser. */
export function useOwnPage({ memberId, name }: { memberId: string; name: string }): void {
  useEffect(() => {
    setMemberHere({ memberId, name })
    void forgetOthersUnsent(memberId)
  }, [memberId, name])
  useEffect(() => () => setMemberHere(null), [])
}
