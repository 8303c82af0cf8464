import pg from 'pg'
import { Refusal } from './refusal.mjs'

/**
 * Whether the server that DATABASE_URL names can be used.
 * @throws Refusal with the line to show, which never holds the password
 */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Refusal(`DATABASE_URL: ${reasonOf(error, new URL(url))}`)
  } finally {
    await client.end().catch(() => {})
  }
}

function reasonOf(error: unknown, { host, username, pathname }: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const name = decodeURIComponent(pathname.slice(1))
  switch (code) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return `ingen PostgreSQL svarar på ${host}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `servern ${host} finns inte.`
    case '28P01':
    case '28000':
      return `servern ${host} släpper inte in användaren ${username} med det lösenordet.`
    case '3D000':
      return `databasen ${name} finns inte på ${host}: skapa den först (createdb ${name}).`
    case '53300':
      return `servern ${host} har inga lediga anslutningar.`
    default:
      return `servern ${host} går inte att använda (${error instanceof Error ? error.message : error}).`
  }
}
