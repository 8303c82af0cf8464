const patience = { first: 500, longest: 5_000 }

/** What a server that is starting, or the proxy before it, answers: the page is asked for again. */
const passing = [502, 503, 504]

/**
 * Fetch for the pages' own data: asks again until the server answers, so that a dropped line never takes down the page
 * that is open, with what is typed in it. Everything else is fetched once.
 */
export function patientFetch(fetchOnce: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const isLoad = request.method === 'GET' && new URL(request.url).pathname.endsWith('.data')
    if (!isLoad) return fetchOnce(input, init)
    for (let wait = patience.first; ; wait = Math.min(wait * 2, patience.longest)) {
      try {
        const response = await fetchOnce(request.clone())
        if (!passing.includes(response.status)) return response
      } catch (error) {
        if (request.signal.aborted) throw error
      }
      await pause(wait, request.signal)
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, milliseconds)
    window.addEventListener('online', over)
    signal.addEventListener('abort', over)
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
