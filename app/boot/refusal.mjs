/** A failure that its reader can mend: the message is the one line that is shown, in Swedish. */
export class Refusal extends Error {}

/** @type {[RegExp, string][]} */
const known = [
  [
    /ENOSPC|No space left on device/,
    'Disken är full: frigör utrymme och starta igen. Det som är sparat finns kvar.',
  ],
  [/EDQUOT|Disk quota exceeded/, 'Diskkvoten är slut: frigör utrymme och starta igen.'],
  [
    /25006|read-only transaction/,
    'Databasen går bara att läsa: ange en som går att skriva i med DATABASE_URL.',
  ],
  [/EMFILE|ENFILE/, 'För många öppna filer: höj gränsen (ulimit -n 4096) och starta igen.'],
]

/**
 * The line for any failure: its own words, or those of a cause that is known by its code.
 * @param {unknown} error
 */
export function lineOf(error) {
  if (error instanceof Refusal) return error.message
  const text =
    error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : String(error)
  const unwritable = /(?:EACCES|EROFS|EPERM).*?'([^']+)'/s.exec(text)
  if (unwritable) return notWritable(unwritable[1] ?? '')
  return (
    known.find(([pattern]) => pattern.test(text))?.[1] ?? `Starten misslyckades: ${reason(text)}`
  )
}

/** @param {string} place */
export const notWritable = place =>
  `Det går inte att skriva i ${place}: ge användaren som startar appen rätt att skriva där.`

/**
 * Prisma tells the reason last, after the call that failed; others tell it first.
 * @param {string} text
 */
const reason = text =>
  text
    .trim()
    .split('\n')
    .at(/Invalid `.*` invocation/.test(text) ? -1 : 0)
