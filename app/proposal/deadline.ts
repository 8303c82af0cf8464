import type { Status } from '~/group/policy'

/** A day as it is stored and compared: `2026-10-15`. */
export type IsoDate = string

/** The day by which the group means to reach each status. They remind, and never lock. */
export type Dates = Readonly<Record<DatedStatus, IsoDate | null>>

export type DatedStatus = Exclude<Status, 'draft'>

export const datedStatuses: readonly DatedStatus[] = ['review', 'locked', 'submitted']

/** A day that is near or past, of a status that is not reached: `days` from today, negative where it has gone by. */
export type Reminder = {
  readonly status: DatedStatus
  readonly date: IsoDate
  readonly days: number
  readonly text: string
}

/** How many days ahead a date is said. */
const near = 7

const order: readonly Status[] = ['draft', 'review', 'locked', 'submitted']

/** What there is to be reminded of, the earliest first: dates that have gone by or come within a week. */
export function remindersOf(status: Status, dates: Dates, today: IsoDate): Reminder[] {
  return datedStatuses
    .filter(step => order.indexOf(step) > order.indexOf(status))
    .flatMap(step => {
      const date = dates[step]
      if (date === null) return []
      const days = daysBetween(today, date)
      return days > near ? [] : { status: step, date, days, text: reminderText(step, date, days) }
    })
    .toSorted((a, b) => a.days - b.days)
}

/** Whole days from one day to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000)

/** The first date that lies before one that it has to follow, or null. */
export function datesOutOfOrder(dates: Dates): DatedStatus | null {
  const set = datedStatuses.filter(step => dates[step] !== null)
  return (
    set.find((step, i) => i > 0 && (dates[step] ?? '') < (dates[set[i - 1] ?? step] ?? '')) ?? null
  )
}

const coming: Record<DatedStatus, string> = {
  review: 'Granskningen ska börja',
  locked: 'Förslaget ska låsas',
  submitted: 'Förslaget ska lämnas in',
}

const gone: Record<DatedStatus, string> = {
  review: 'Granskningen skulle ha börjat',
  locked: 'Förslaget skulle ha låsts',
  submitted: 'Förslaget skulle ha lämnats in',
}

function reminderText(step: DatedStatus, date: IsoDate, days: number): string {
  if (days < -1) return `${gone[step]} ${dayName(date)}, för ${-days} dagar sedan.`
  if (days === -1) return `${gone[step]} i går, ${dayName(date)}.`
  const when = days === 0 ? 'i dag' : days === 1 ? 'i morgon' : `om ${days} dagar`
  return `${coming[step]} ${when}, ${dayName(date)}.`
}

const noon = (date: IsoDate): Date => new Date(`${date}T12:00:00Z`)

const format = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** `torsdag 15 oktober` */
export const dayName = (date: IsoDate): string => format.format(noon(date))
