import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { env } from './env.server'
import { PrismaClient, type Prisma } from './generated/prisma/client'
import { once } from './once.server'

/** The connections, shared by Prisma and the log of live text. A lost connection must not end the process. */
export const pool = once('pool', () => {
  // times are kept without a zone: what the database writes has to be in that of what the app writes
  const options = '-c TimeZone=UTC'
  const connections = new pg.Pool({ connectionString: env.DATABASE_URL, max: 16, options })
  connections.on('error', error => console.error(`Databasanslutningen bröts: ${error.message}`))
  return connections
})

/** Changes of one proposal come one after the other, and the evening before a meeting there may be many. */
const patience = { maxWait: 10_000, timeout: 20_000 }

/** The only PrismaClient. Stores import it; nobody else does. */
export const db = once(
  'db',
  () => new PrismaClient({ adapter: inTurn(new PrismaPg(pool)), transactionOptions: patience }),
)

/** Prisma sends what a transaction reads side by side. On one connection pg wants it one after the other. */
function inTurn(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const { provider, adapterName } = factory
  return {
    provider,
    adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async isolation => queued(await start(isolation))
      return adapter
    },
  }
}

function queued(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const wait = <In, Out>(send: (query: In) => Promise<Out>) => {
    return (query: In): Promise<Out> => {
      const answer = last.then(() => send(query))
      last = answer.catch(() => {})
      return answer
    }
  }
  transaction.queryRaw = wait(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = wait(transaction.executeRaw.bind(transaction))
  return transaction
}

/** The client inside a transaction, or `db` itself: what a store function writes with. */
export type Database = Prisma.TransactionClient
