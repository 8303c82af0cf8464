import { expect, test } from 'vitest'
import { awayLine, isDatabaseAway } from './database-away.server'

const failed = (message: string, code?: string) => Object.assign(new Error(message), { code })
const raw = (code: string, said: string) =>
  failed(`Database error. Code: \`${code}\`. Message: \`${said}\``, 'P2039')

test.each([
  ['does not answer', failed('Can\u2019t reach database server', 'P1001')],
  ['is gone', failed('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
  ['was ended', failed('Connection terminated unexpectedly')],
  ['has another password since', failed('Authentication failed', 'P1000')],
  ['is being put back from a copy', failed('Database `budget` does not exist', 'P1003')],
  ['is closed', raw('55000', 'database "budget" is not currently accepting connections')],
  ['has a full disk', raw('53100', 'could not extend file: No space left on device')],
  ['is a copy', raw('25006', 'cannot execute INSERT in a read-only transaction')],
])('a database that %s is away', (_, error) => expect(isDatabaseAway(error)).toBe(true))

test.each([
  ['a broken rule', failed('Unique constraint failed', 'P2002')],
  ['a table that is not there', raw('42P01', 'relation "Try" does not exist')],
  ['an object of another kind', raw('55000', 'currval of sequence is not yet defined')],
  ['a bug', new TypeError('Cannot read properties of undefined')],
  ['no error', 'P1001'],
])('%s is our own fault', (_, error) => expect(isDatabaseAway(error)).toBe(false))

test('the log says why, without the call that failed', () => {
  const error = failed(
    '\nInvalid `prisma.session.findUnique()` invocation:\n\n\nAuthentication failed',
  )
  expect(awayLine(error)).toBe('Databasen svarar inte: Authentication failed')
  expect(awayLine(new Error(''))).toBe('Databasen svarar inte.')
})
