import { data, type AppLoadContext } from '@remix-run/node'
import { awayLine, isDatabaseAway } from './database-away.server'
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

/** The value, or the fault thrown: a page gives it as its reason, a route without a page as a line of text. */
export function valueOrThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw line(outcome.fault.message, statusOf[outcome.fault.kind])
}

/** A route without a page, which tells in a line of text what a page would: that the database is away. */
export const withoutPage =
  <A extends { readonly context: AppLoadContext }>(work: (args: A) => Promise<Response>) =>
  async (args: A): Promise<Response> => {
    try {
      return await work(args)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      console.error(`[${args.context.requestId}]`, awayLine(error))
      return line('Servern svarar inte just nu. Försök igen om en stund.', 503)
    }
  }

const line = (text: string, status: number) =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
