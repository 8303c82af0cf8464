import { Redis } from 'ioredis'

/** How long to wait between tries to reach Redis: it may be away for a minute, and is then found within a second. */
const patience = { step: 100, longest: 1_000 }

/**
 * A line to Redis that comes back by itself. While Redis is away nothing waits for it and nothing is kept to be sent
 * later: whoever uses the line asks the database for what was missed.
 * @param name says in the log which line it is.
 */
export function redisLine(url: string, name: string): Redis {
  const line = new Redis(url, {
    retryStrategy: tries => Math.min(tries * patience.step, patience.longest),
    maxRetriesPerRequest: null,
    connectionName: `skuggbudget ${name}`,
  })
  let isAway = false
  // a line nobody listens to would end the process with its first error
  line.on('error', reason => {
    if (!isAway) console.error(`Redis svarar inte (${name}):`, reason.message)
    isAway = true
  })
  line.on('ready', () => {
    if (isAway) console.error(`Redis svarar igen (${name}).`)
    isAway = false
  })
  return line
}
