import pg from 'pg'
import { Refusal } from './refusal.mjs'

/**
 * Whether the server that DATABASE_URL names can be used.
 * @throws Refusal with the line to show, which never holds the password
 */
export async function requireDatabase(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect().finally(() => client.end().catch(() => {}))
  } catch (error) {
    throw new Refusal(`DATABASE_URL: ${reasonOf(error, new URL(url))}`)
  }
}

function reasonOf(error: unknown, { host, username, pathname }: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof URIError) return 'ett procenttecken i adressen ska skrivas %25.'
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
      // the client's own word, before the server has said a code
      if (error instanceof Error && /password must be a/.test(error.message))
        return `servern ${host} vill ha ett lösenord: postgresql://${username}:lösenord@${host}${pathname}`
      return `servern ${host} går inte att använda (${error instanceof Error ? error.message : error}).`
  }
}
