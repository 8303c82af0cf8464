import type { Amendment } from '~/budget/amendment'

/** The switch *Visa med föreslagna* lies in the address, so that a page can be sent to somebody as it is seen. */
const parameter = 'with'
const value = 'suggested'

export const showsSuggested = (url: string): boolean =>
  new URL(url, 'http://localhost').searchParams.get(parameter) === value

/** The search part of the address with the switch turned on or off; the rest of it stays. */
export function switchedSearch(search: string, on: boolean): string {
  const params = new URLSearchParams(search)
  if (on) params.set(parameter, value)
  else params.delete(parameter)
  const text = params.toString()
  return text && `?${text}`
}

/** The amendments as they count where the suggested ones are shown too: as if they were adopted. */
export const countingSuggested = <T extends Pick<Amendment, 'state'>>(
  amendments: readonly T[],
  on: boolean,
): readonly T[] =>
  on
    ? amendments.map(amendment =>
        amendment.state === 'suggested' ? { ...amendment, state: 'adopted' } : amendment,
      )
    : amendments

/** A draft with the same. Never saved, frozen or exported. */
export const shownDraft = <T extends { readonly amendments: readonly Amendment[] }>(
  draft: T,
  on: boolean,
): T => (on ? { ...draft, amendments: countingSuggested(draft.amendments, on) } : draft)

export const countSuggested = (amendments: readonly Pick<Amendment, 'state'>[]): number =>
  amendments.filter(({ state }) => state === 'suggested').length
