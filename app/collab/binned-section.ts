import { dayAndTime } from '~/ui/date'

/** A section in the bin: out of the proposal, with its text and threads. */
export type BinnedSection = {
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly removedAt: Date
  /** Null where it was removed before names were kept. */
  readonly removedByName: string | null
}

/** `Karin tog bort det 29 november 20:14` */
export const removalText = ({ removedByName, removedAt }: BinnedSection): string =>
  `${removedByName ?? 'Någon'} tog bort det ${dayAndTime(removedAt)}`
