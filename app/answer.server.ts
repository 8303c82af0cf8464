import { data } from '@remix-run/node'
import type { Fault, Outcome } from './outcome'

const statusOf: Record<Fault['kind'], number> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  stale: 409,
  'too-many': 429,
}

/** A command's outcome as a route's answer: the value or the fault, with the status that says which. */
export function answer<T>(outcome: Outcome<T>) {
  return data(outcome, { status: outcome.ok ? 200 : statusOf[outcome.fault.kind] })
}

/** The value, or the fault thrown as a response for the error page: for loaders. */
export function valueOrThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw data(outcome.fault.message, { status: statusOf[outcome.fault.kind] })
}
