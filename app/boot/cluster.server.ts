import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openClusterFolder, type ClusterFolder } from './cluster-folder.server'
import { adoptServer, startServer, urlOf } from './cluster-server.server'
import { isAlive, stopPostmaster, type Postmaster } from './postmaster.server'
import { lineOf } from './refusal.mjs'

const database = 'skuggbudget'

/** A PostgreSQL of the app's own. */
export type Cluster = {
  /** The address of its database. */
  readonly url: string
  /** Stops it and waits for its end. Also done when the process ends. */
  readonly stop: () => void
}

/**
 * Starts the database in the folder, made on the first call, or adopts the server that still runs there. It listens on
 * the loopback address alone, with a password that only the owner can read, and is started again if it dies.
 * @param durable false gives up safety against a power failure, for tests
 * @throws Refusal with the line to show
 */
export async function startCluster(folder: string, durable = true): Promise<Cluster> {
  const cluster = await openClusterFolder(folder, durable)
  let server: Postmaster | undefined
  const stop = () => {
    if (server) stopPostmaster(cluster.data, server.pid)
    server = undefined
  }
  process.on('exit', stop)
  server = await adoptServer(cluster)
  if (!server) await startServer(cluster, undefined, started => (server = started))
  const port = server?.port ?? 0
  await makeDatabase(cluster, port)
  void keepAlive()
  return { url: urlOf(cluster, port, database), stop }

  async function keepAlive() {
    for (;;) {
      await sleep(200, undefined, { ref: false })
      if (!server) return
      if (!isAlive(server.pid)) await restart()
    }
  }

  async function restart() {
    console.error('Databasen dog och startas igen.')
    try {
      await startServer(cluster, port, started => (server = started))
      console.error('Databasen är igång igen.')
    } catch (error) {
      console.error(lineOf(error))
      await sleep(5000, undefined, { ref: false })
    }
  }
}

async function makeDatabase(cluster: ClusterFolder, port: number) {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${database}`)
  await client.end()
}
