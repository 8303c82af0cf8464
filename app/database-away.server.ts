/**
 * What Prisma, pg and the system call a database that does not answer, is being ended or started, lets nobody in while
 * it is looked after (P1000, P1003), or has no room or may not be written just now (53, 25006).
 */
const codes =
  /^(P1000|P1001|P1002|P1003|P1008|P1011|P1017|P2024|P2028|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|57P0[123]|53\d{3}|25006|08\w{3})$/
const words =
  /Connection terminated|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|57P0[123]|Code: `(53\d{3}|25006)`|not currently accepting connections/

/** Whether a request failed because the database is away: it passes, and asking again is all there is to do. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const meta = 'meta' in error ? JSON.stringify(error.meta) : ''
  return codes.test(code) || words.test(error.message) || words.test(meta)
}

/** For the log, in one line. Prisma tells the reason last, after the call that failed. */
export function awayLine(error: unknown): string {
  const said = error instanceof Error ? error.message.trim().split('\n').at(-1) : undefined
  return said ? `Databasen svarar inte: ${said}` : 'Databasen svarar inte.'
}
