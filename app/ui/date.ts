const dayFormat = new Intl.DateTimeFormat('sv-SE', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Stockholm',
})

const timeFormat = new Intl.DateTimeFormat('sv-SE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
})

const isoFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** The day as it is stored: `2024-10-24`, by the clock in Sweden. */
export const dateInSweden = (at: Date): string => isoFormat.format(at)

/** Whether it names a day as it is stored. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** `24 oktober`, by the clock in Sweden wherever the server stands. */
export const day = (at: Date): string => dayFormat.format(at)

const fullFormat = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'long',
  timeZone: 'Europe/Stockholm',
})

/** `24 oktober 2026` */
export const fullDay = (at: Date): string => fullFormat.format(at)

/** The time of day as a Swedish reader's clock shows it: `20:14`. */
export const clock = (at: Date): string => timeFormat.format(at)

/** `24 oktober 20:14` */
export const dayAndTime = (at: Date): string => `${day(at)} ${clock(at)}`
