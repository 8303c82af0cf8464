import type { Outcome } from '~/outcome'

/** The value of an outcome that the test takes for granted. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`Refused: ${outcome.fault.message}`)
}
