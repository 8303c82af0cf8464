import type { Amendment } from '~/budget/amendment'
import { inForce } from '~/budget/in-force'

/** How many alternatives a proposal has at most: as many as stand side by side. */
export const mostAlternatives = 4

/** The exceptions of an alternative, as ids of amendments. What is in neither list follows its own state. */
export type Switches = { readonly on: readonly string[]; readonly off: readonly string[] }

/** What an alternative says of one amendment. */
export type Setting = 'follow' | 'on' | 'off'

export type Alternative = Switches & { readonly id: string; readonly name: string }

type Counted = Pick<Amendment, 'id' | 'state' | 'replaces'>

/** Whether an alternative can switch it: what is withdrawn or deferred counts in none until it comes back. */
export const isOffered = ({ state }: Pick<Amendment, 'state'>): boolean =>
  state === 'adopted' || state === 'suggested'

export const settingOf = ({ on, off }: Switches, id: string): Setting =>
  on.includes(id) ? 'on' : off.includes(id) ? 'off' : 'follow'

/**
 * The amendments as they count in the alternative: one that is on as if it were adopted, one that is off as if it were
 * only suggested, every other (also those that were added later) by its own state.
 */
export function inAlternative<T extends Counted>(
  amendments: readonly T[],
  switches: Switches,
): T[] {
  const [on, off] = [new Set(switches.on), new Set(switches.off)]
  return amendments.map(amendment => {
    const { id, state } = amendment
    if (state === 'suggested' && on.has(id)) return { ...amendment, state: 'adopted' }
    if (state === 'adopted' && off.has(id)) return { ...amendment, state: 'suggested' }
    return amendment
  })
}

/** `settings` written over the exceptions that were there: of an amendment that they do not name the old one stays. */
export function withSettings(
  before: Switches,
  settings: ReadonlyMap<string, Setting>,
): { on: string[]; off: string[] } {
  const kept = (ids: readonly string[]) => ids.filter(id => !settings.has(id))
  const set = (to: Setting) => [...settings].flatMap(([id, setting]) => (setting === to ? id : []))
  return { on: [...kept(before.on), ...set('on')], off: [...kept(before.off), ...set('off')] }
}

/** How an amendment stands in an alternative: it counts, it does not, or another one that counts replaces it. */
export type Standing = 'on' | 'off' | 'replaced'

/** The standing of each amendment by its id, of a list as it counts. */
export function standings(amendments: readonly Counted[]): ReadonlyMap<string, Standing> {
  const counted = new Set(inForce(amendments).map(({ id }) => id))
  return new Map(
    amendments.map(({ id, state }) => {
      if (counted.has(id)) return [id, 'on']
      return [id, state === 'adopted' ? 'replaced' : 'off']
    }),
  )
}
