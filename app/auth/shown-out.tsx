import { useEffect, useSyncExternalStore } from 'react'
import { FormFault } from '~/ui/message'

const mark = 'shown-out'

/**
 * Leaves for the sign-in, which says why: the member was removed from the group. The reason lies in this tab until that
 * page is left, and neither in an address nor on the server: whoever comes later reads nothing of it.
 */
export function showOut(): void {
  try {
    window.sessionStorage.setItem(mark, '1')
  } catch {
    // a browser that keeps nothing shows the plain sign-in
  }
  window.location.replace('/login')
}

/** Why the page that one had open is gone, where one was removed from the group. */
export function ShownOut() {
  const shownOut = useSyncExternalStore(subscribe, marked, no)
  useEffect(() => {
    const forget = () => marked() && window.sessionStorage.removeItem(mark)
    window.addEventListener('pagehide', forget)
    return () => window.removeEventListener('pagehide', forget)
  }, [])
  if (!shownOut) return null
  return (
    <FormFault title="Du är inte med i gruppen längre.">
      Någon har tagit bort dig som medlem, och då stängdes sidan. Det som stod som sparat finns kvar
      hos gruppen. Är det ett misstag, hör av dig till gruppens administratör.
    </FormFault>
  )
}

const subscribe = () => () => {}
const no = () => false

function marked(): boolean {
  try {
    return window.sessionStorage.getItem(mark) !== null
  } catch {
    return false
  }
}
