/** What Prisma, pg and the system call a database that does not answer, or is being ended or started. */
const codes =
  /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|57P0[123]|53300|08\w{3})$/
const words =
  /Connection terminated|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|57P0[123]/

/** Whether a request failed because the database is away: it passes, and asking again is all there is to do. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const meta = 'meta' in error ? JSON.stringify(error.meta) : ''
  return codes.test(code) || words.test(error.message) || words.test(meta)
}
