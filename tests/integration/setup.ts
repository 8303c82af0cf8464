import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Each test file gets a database of its own, before it loads the modules that read the address.
const template = new URL(inject('template'))
const name = `test_${randomBytes(8).toString('hex')}`
const server = new URL(template)
server.pathname = '/postgres'

async function run(statement: string) {
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

await run(`create database ${name} template ${template.pathname.slice(1)}`)
process.env.DATABASE_URL = new URL(`/${name}`, template).href

afterAll(async () => {
  const { db, pool } = await import('~/db.server')
  await db.$disconnect()
  await pool.end()
  await run(`drop database ${name} with (force)`)
})
