import { useSyncExternalStore } from 'react'
import { isWaiting, onWaiting } from '~/reach'
import { BannerLine } from './message'

/** Whether something that the page asked for is due for long. */
export const useWaiting = (): boolean => useSyncExternalStore(onWaiting, isWaiting, () => false)

/** The page stands as it was, and asks again by itself. */
export function WaitingLine() {
  if (!useWaiting()) return null
  return (
    <BannerLine mood="warn" icon="off" title="Servern svarar inte.">
      Sidan visar det som stod här senast och hämtas på nytt så fort det går.
    </BannerLine>
  )
}
