#!/usr/bin/env node
// @ts-nocheck
// Stand-in for Prisma's native schema-engine: the same JSON-RPC protocol on stdio,
// answered by Prisma's own WebAssembly build over the pg driver adapter.
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg'

const require = createRequire(import.meta.url)
const args = process.argv.slice(2)
const datamodels = []
let datasource, cli
for (let i = 0; i < args.length; i++) {
  if (args[i] === '--datamodels' || args[i] === '-d') datamodels.push(args[++i])
  else if (args[i] === '--datasource') datasource = JSON.parse(args[++i])
  else if (args[i] === '--version' || args[i] === '-V') {
    console.log('schema-engine-wasm ' + bg.version?.call?.(null))
    process.exit(0)
  } else if (args[i] === 'cli') {
    cli = args[++i]
  } else i++
}
const url = datasource?.url ?? process.env.DATABASE_URL

// Discrete fields, never connectionString: the adapter opens the shadow database by spreading
// { database } over this object, and pg lets connectionString win - the shadow database would be the real one.
function discrete(url) {
  const c = require('pg-connection-string').parse(url)
  return {
    host: c.host,
    port: c.port ? Number(c.port) : 5432,
    user: c.user,
    password: c.password,
    database: c.database,
    ssl: c.ssl,
  }
}

// The describer reads catalogue columns of the internal type "char" (OID 18), which the adapter
// has no mapping for: hand them over as text.
async function open(cfg) {
  const adapter = await new PrismaPg(cfg).connect()
  const io = adapter.performIO.bind(adapter)
  adapter.performIO = async q => {
    const r = await io(q)
    for (const f of r.fields ?? []) if (f.dataTypeID === 18) f.dataTypeID = 25
    return r
  }
  // The adapter cuts a script at every ";", inside a function body or a string too. One simple-protocol
  // message instead: the server parses it, and runs the whole migration as one transaction.
  adapter.executeScript = async sql => {
    try {
      await adapter.client.query(sql)
    } catch (e) {
      adapter.onError(e)
    }
  }
  return adapter
}

// The adapter's own connectToShadowDb drops the database before its pool has let go of it, and so fails
// on a real server: close first, then drop.
function migrationFactory(cfg) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(cfg),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`
      const admin = await open(cfg)
      await admin.executeScript(`CREATE DATABASE "${name}"`)
      const shadow = await open({ ...cfg, database: name })
      const close = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        await close()
        await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        await admin.dispose()
      }
      return shadow
    },
  }
}

async function engine() {
  const dir = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(path.join(dir, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg })
  bg.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  const opts = {
    datamodels: datamodels.length ? datamodels.map(p => [p, readFileSync(p, 'utf8')]) : undefined,
  }
  const factory = bindMigrationAwareSqlAdapterFactory(migrationFactory(discrete(url)))
  const e = await bg.SchemaEngine.new(
    opts,
    log => process.env.DEBUG && process.stderr.write(JSON.stringify(log) + '\n'),
    factory,
  )
  return { e, factory }
}
const logError = (code, message) =>
  process.stderr.write(
    '\n' +
      JSON.stringify({
        level: 'ERROR',
        target: 'schema_engine::logger',
        fields: { error_code: code, message },
      }) +
      '\n',
  )

if (cli) {
  const { Client } = require('pg')
  const u = new URL(url)
  const name = decodeURIComponent(u.pathname.slice(1))
  try {
    if (cli === 'can-connect-to-database') {
      const c = new Client({ connectionString: url })
      await c.connect()
      await c.end()
    } else if (cli === 'create-database' || cli === 'drop-database') {
      u.pathname = '/postgres'
      const c = new Client({ connectionString: u.href })
      await c.connect()
      const q = '"' + name.replaceAll('"', '""') + '"'
      await c.query(
        cli === 'create-database' ? `CREATE DATABASE ${q}` : `DROP DATABASE IF EXISTS ${q}`,
      )
      await c.end()
    }
    process.exit(0)
  } catch (err) {
    logError(
      err.code === '3D000' ? 'P1003' : err.code === 'ECONNREFUSED' ? 'P1001' : 'P1000',
      err.message,
    )
    process.exit(1)
  }
}

let ready
const rl = readline.createInterface({ input: process.stdin, crlfDelay: Infinity })
let pending = 0,
  closed = false
const maybeExit = () => {
  if (closed && pending === 0) process.exit(0)
}
rl.on('close', () => {
  closed = true
  maybeExit()
})
const out = o => process.stdout.write(JSON.stringify(o) + '\n')
rl.on('line', async line => {
  if (!line.trim()) return
  const msg = JSON.parse(line)
  if (!msg.method) return
  pending++
  try {
    ready ??= engine()
    const { e } = await ready
    let result
    const p = msg.params ?? {}
    switch (msg.method) {
      case 'getDatabaseVersion':
        result = await e.version(p)
        break
      case 'createDatabase':
        result = { databaseName: '' }
        break
      case 'diff': {
        result = await e.diff(p)
        break
      }
      default:
        if (typeof e[msg.method] !== 'function')
          throw new Error('not supported here: ' + msg.method)
        result = await e[msg.method](p)
    }
    if (msg.method === 'diff' && result?.stdout) {
      out({
        jsonrpc: '2.0',
        id: 900000 + msg.id,
        method: 'print',
        params: { content: result.stdout },
      })
    }
    out({ jsonrpc: '2.0', id: msg.id, result: result ?? null })
  } catch (err) {
    const m = err?.message ?? String(err)
    out({
      jsonrpc: '2.0',
      id: msg.id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message: m, meta: null, error_code: err?.code ?? null },
      },
    })
  } finally {
    pending--
    maybeExit()
  }
})
