import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from './env.server'
import { PrismaClient, type Prisma } from './generated/prisma/client'
import { once } from './once.server'

/** The connections, shared by Prisma and the log of live text. A lost connection must not end the process. */
export const pool = once('pool', () => {
  const connections = new pg.Pool({ connectionString: env.DATABASE_URL, max: 16 })
  connections.on('error', error => console.error(`Databasanslutningen bröts: ${error.message}`))
  return connections
})

/** The only PrismaClient. Stores import it; nobody else does. */
export const db = once('db', () => new PrismaClient({ adapter: new PrismaPg(pool) }))

/** The client inside a transaction, or `db` itself: what a store function writes with. */
export type Database = Prisma.TransactionClient
