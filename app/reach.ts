import {
  memberHeader,
  memberHere,
  onSignedIn,
  setSignedOut,
  signedOutHeader,
  type SignedOut,
} from './member-here'
import { refused } from './outcome'

const patience = { first: 500, longest: 5_000, beforeSaying: 1_500 }

/** What a server that is starting or has lost its database, or the proxy before it, answers. */
const passing = [502, 503, 504]

/**
 * Fetch for the pages' own data, which never takes down the page that is open with what is typed in it. What only reads
 * asks again until the server answers. What writes is tried once, and fails as fetch does where no answer came. Either
 * waits while the member has to sign in again, and then goes on.
 */
export function patientFetch(fetchOnce: typeof fetch): typeof fetch {
  return async (input, init) => {
    const asked = new Request(input, init)
    if (!new URL(asked.url).pathname.endsWith('.data')) return fetchOnce(input, init)
    const request = named(asked)
    const reads = request.method === 'GET'
    const stillWaiting = reads ? sayWaiting() : null
    try {
      for (let wait = patience.first; ; wait = Math.min(wait * 2, patience.longest)) {
        const response = await wholeOf(fetchOnce(request.clone())).catch((error: unknown) => {
          if (request.signal.aborted) throw error
          if (!reads) throw new TypeError('The answer was cut off', { cause: error })
          return null
        })
        const why = response?.headers.get(signedOutHeader)
        if (response && why && memberHere()) {
          setSignedOut(why === 'other-member' ? why : ('expired' satisfies SignedOut))
          await signInAgain(request.signal)
        } else if (response && !passing.includes(response.status)) return response
        else if (!reads) throw new TypeError('The server does not answer')
        else await pause(wait, request.signal)
      }
    } finally {
      stillWaiting?.()
    }
  }
}

/** An answer with all of its body: one that is cut off on the way is no answer, and would take down the page. */
async function wholeOf(asked: Promise<Response>): Promise<Response> {
  const { body, status, statusText, headers } = await asked
  const bytes = body && (await new Response(body).arrayBuffer())
  return new Response(bytes, { status, statusText, headers })
}

/** The request under the name of the page's member. */
function named(request: Request): Request {
  const member = memberHere()
  if (!member) return request
  const headers = new Headers(request.headers)
  headers.set(memberHeader, member.memberId)
  return new Request(request, { headers })
}

function signInAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = onSignedIn(() => {
      stop()
      resolve()
    })
    signal.addEventListener('abort', () => {
      stop()
      reject(signal.reason)
    })
  })
}

let waiting = 0
const waitListeners = new Set<() => void>()

/** Whether something that the page asked for has been due for long. */
export const isWaiting = (): boolean => waiting > 0

export function onWaiting(listener: () => void): () => void {
  waitListeners.add(listener)
  return () => waitListeners.delete(listener)
}

/** Counts a request that has been out for long. Returns what to call when it is answered. */
function sayWaiting(): () => void {
  let counted = 0
  const count = (by: number) => {
    counted += by
    waiting += by
    waitListeners.forEach(listener => listener())
  }
  const timer = setTimeout(() => count(1), patience.beforeSaying)
  return () => {
    clearTimeout(timer)
    if (counted) count(-1)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (done: () => void) => () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      signal.removeEventListener('abort', given)
      done()
    }
    const over = end(resolve)
    const given = end(() => reject(signal.reason))
    const timer = setTimeout(over, milliseconds)
    window.addEventListener('online', over)
    signal.addEventListener('abort', given)
  })
}

export const unreachable =
  'Servern svarar inte, så det är inte sparat än. Det du skrev står kvar; försök igen om en stund.'

/** What a command answered, or `refusal` where no answer came: the page stays, and nothing is loaded anew. */
export async function reach<A, R>(ask: () => Promise<A>, refusal: R) {
  try {
    return await ask()
  } catch (error) {
    // fetch's own failure; a response that a route threw is passed on
    if (!(error instanceof TypeError)) throw error
    // a response, since only a status that says so spares the page from loading anew
    return Response.json(refusal, { status: 503 })
  }
}

/** What a form shows where no answer came. */
export const unanswered = refused({ kind: 'conflict', message: unreachable })

type Sent = { readonly request: Request; readonly serverAction: () => Promise<unknown> }

/** The `clientAction` of a form whose command answers with an outcome. */
export const reachOutcome = ({ serverAction }: Sent) => reach(serverAction, unanswered)

/** The same where what was sent comes back with the faults: under `sent` or `typed`, as the form calls it. */
export const reachKeeping =
  (name: 'sent' | 'typed') =>
  async ({ request, serverAction }: Sent) => {
    const form = await request.clone().formData()
    const fields = [...form].filter(([, value]) => typeof value === 'string')
    const kept = { [name]: Object.fromEntries(fields), faults: { form: unreachable } }
    return reach(serverAction, kept)
  }
