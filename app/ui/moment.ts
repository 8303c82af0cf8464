const zone = { timeZone: 'Europe/Stockholm' } as const
const clock = new Intl.DateTimeFormat('sv-SE', { ...zone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' })
const longDay = new Intl.DateTimeFormat('sv-SE', { ...zone, day: 'numeric', month: 'short' })

/** When something happened, seen from `now`: `20:14`, `i går 21:02`, `3 okt. 09:10`. Swedish time, on server and screen. */
export function formatMoment(moment: Date, now: Date): string {
  const time = clock.format(moment)
  const date = day.format(moment)
  if (date === day.format(now)) return time
  if (date === day.format(new Date(now.getTime() - 86_400_000))) return `i går ${time}`
  return `${longDay.format(moment)} ${time}`
}
