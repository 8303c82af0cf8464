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

type Decidable = Pick<Amendment, 'state' | 'withdrawalSuggested'>

/** Whether the amendment is adopted, and somebody suggests that it is withdrawn. */
export const isLeaving = ({ state, withdrawalSuggested }: Decidable): boolean =>
  state === 'adopted' && withdrawalSuggested === true

/** Whether it waits for a decision: to be adopted, or to be withdrawn. */
export const awaitsDecision = (amendment: Decidable): boolean =>
  amendment.state === 'suggested' || isLeaving(amendment)

/** The amendment as it is once what is suggested of it is decided: adopted, or withdrawn. */
export const asSuggested = <T extends Decidable>(amendment: T): T => {
  if (amendment.state === 'suggested') return { ...amendment, state: 'adopted' }
  return isLeaving(amendment) ? { ...amendment, state: 'withdrawn' } : amendment
}

/** The amendments as they count where what is suggested is shown too: as if it were decided. */
export const countingSuggested = <T extends Decidable>(
  amendments: readonly T[],
  on: boolean,
): readonly T[] => (on ? amendments.map(asSuggested) : amendments)

/** A draft with the same. Never saved, frozen or exported. */
export const shownDraft = <T extends { readonly amendments: readonly Amendment[] }>(
  draft: T,
  on: boolean,
): T => (on ? { ...draft, amendments: countingSuggested(draft.amendments, on) } : draft)

export const countSuggested = (amendments: readonly Decidable[]): number =>
  amendments.filter(awaitsDecision).length
