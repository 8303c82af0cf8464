import { warning, type Finding } from '~/budget/finding'
import { decidedYears } from '~/budget/decided-years'
import type { Snapshot } from './snapshot'

/** Dates bind the executive board and the assembly, not the group: they remind, and stop nothing. */
export function checkDates({ framework }: Snapshot, today: string): Finding[] {
  const budgetYear = decidedYears(framework)[0]?.year
  if (budgetYear === undefined || today >= `${budgetYear}-01-01`) return []
  return [...checkAge(framework.publishedOn, today), ...checkDeadlines(budgetYear - 1, today)]
}

/** About when SKR publishes its tax base forecasts, five a year: month and day. */
const forecasts = ['02-15', '04-30', '08-25', '10-05', '12-15']

/** C22: no forecast has come since the base was published. */
function checkAge(publishedOn: string | undefined, today: string): Finding[] {
  if (publishedOn === undefined) return []
  const years = [publishedOn.slice(0, 4), today.slice(0, 4)]
  const later = [...new Set(years)]
    .flatMap(year => forecasts.map(day => `${year}-${day}`))
    .findLast(day => day > publishedOn && day <= today)
  if (later === undefined) return []
  return [
    warning(
      'C22',
      'edition',
      `Ramen är från ${publishedOn}. Sedan dess brukar SKR ha kommit med en ny skatteunderlagsprognos (omkring ${later}): fråga om en nyare utgåva och läs in den.`,
    ),
  ]
}

const deadlines: readonly (readonly [day: string, what: string])[] = [
  ['10-31', 'kommunstyrelsen ska lämna sitt budgetförslag (KL 11:8)'],
  ['11-30', 'fullmäktige ska fastställa budget och skattesats (KL 11:10)'],
]

/** C33: the day by which the law wants it done is within two weeks, or has passed. */
function checkDeadlines(year: number, today: string): Finding[] {
  return deadlines.flatMap(([day, what]) => {
    const last = `${year}-${day}`
    const left = daysBetween(today, last)
    if (left > 14) return []
    const when = left < 0 ? `gick ut ${last}` : left === 0 ? 'går ut i dag' : `går ut ${last}`
    return warning(
      'C33',
      'dates',
      `Tiden när ${what} ${when}. Kallelsen ska ut en vecka före mötet (KL 5:13).`,
    )
  })
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
