import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import mysql from 'mysql2/promise'
import pg from 'pg'
import { mysqlServer, postgresServer, type DatabaseServer } from '../database-server.ts'
import { openRelay, type Relay } from './relay.ts'

export type Row = {
  readonly id: string
  readonly employee_id: string
  readonly kind: string
  readonly at_micros: number
  readonly ordinal: number | null
}

/** One database that is to survive, seen from outside of the program. */
export interface Database {
  /** How the program reaches it. */
  readonly url: string
  /** How it is reached without the relay. */
  readonly directUrl: string
  /** The line to a server; a file has none. */
  readonly relay?: Relay
  /** SIGKILL. A file has no server to kill. */
  readonly kill?: () => Promise<void>
  /** A new start after a kill, which is waited for until the server answers. */
  readonly revive?: () => Promise<void>
  /** All attendance records, read without the program. */
  rows(): Promise<Row[]>
  /** What the database itself finds wrong with its files; empty when nothing. */
  faults(): Promise<string[]>
  remove(): Promise<void>
}

export const databaseNames = ['sqlite', 'mysql', 'postgres'] as const
export type DatabaseName = (typeof databaseNames)[number]

/** A new, empty database of a kind. Servers must have been started before. */
export function openDatabase(name: DatabaseName): Promise<Database> {
  switch (name) {
    case 'sqlite':
      return openSqlite()
    case 'mysql':
      return openServed(mysqlPlace)
    case 'postgres':
      return openServed(postgresPlace)
  }
}

const select = 'select id, employee_id, kind, at_micros, ordinal from attendance_record'

async function openSqlite(): Promise<Database> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-crash-'))
  const path = join(directory, 'pointeuse.db')
  const ask = async (query: string) => {
    const database = new DatabaseSync(path)
    try {
      return database.prepare(query).all()
    } finally {
      database.close()
    }
  }
  return {
    url: `sqlite:${path}`,
    directUrl: `sqlite:${path}`,
    rows: async () => (await ask(select)) as Row[],
    faults: async () =>
      (await ask('pragma integrity_check'))
        .map((row) => String(Object.values(row)[0]))
        .filter((text) => text !== 'ok'),
    remove: () => rm(directory, { recursive: true }),
  }
}

/** What differs between the servers. */
type Place = {
  readonly service: string
  readonly port: number
  readonly adminUrl: string
  /** What lets the user of `adminUrl` make databases, on a server that has just been started. */
  readonly prepare?: () => Promise<unknown>
  readonly server: (url: string) => DatabaseServer
  readonly ask: (url: string, query: string) => Promise<Record<string, unknown>[]>
  readonly faults: (ask: (query: string) => Promise<Record<string, unknown>[]>) => Promise<string[]>
}

const mysqlPlace: Place = {
  service: 'mysql',
  port: 23306,
  adminUrl: 'mysql://test:test@127.0.0.1:23306/',
  server: mysqlServer,
  prepare() {
    const grant = "grant all on *.* to 'test'@'%'"
    return compose('exec', '-T', 'mysql', 'mysql', '-uroot', '-ptest', '--execute', grant)
  },
  async ask(url, query) {
    const connection = await mysql.createConnection({ uri: url, connectTimeout: 2000 })
    try {
      const [rows] = await connection.query(query)
      return rows as Record<string, unknown>[]
    } finally {
      connection.destroy()
    }
  },
  async faults(ask) {
    const rows = await ask(
      'check table employee, face_template, attendance_record, answered_request',
    )
    return rows.filter(({ Msg_text }) => Msg_text !== 'OK').map((row) => JSON.stringify(row))
  },
}

const postgresPlace: Place = {
  service: 'postgres',
  port: 25432,
  adminUrl: 'postgres://postgres:test@127.0.0.1:25432/postgres',
  server: postgresServer,
  async ask(url, query) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {
      // The query in hand fails too, and says so.
    })
    await client.connect()
    try {
      return (await client.query(query)).rows as Record<string, unknown>[]
    } finally {
      await client.end()
    }
  },
  async faults(ask) {
    await ask('create extension if not exists amcheck')
    // Every entry of the heap must be in its index; throws what it finds.
    const check = `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
      where a.amname = 'btree' and c.relnamespace = 'public'::regnamespace`
    return ask(check).then(
      () => [],
      (error: unknown) => [String(error)],
    )
  },
}

async function openServed(place: Place): Promise<Database> {
  const server = place.server(place.adminUrl)
  const direct = await server.create()
  const relay = await openRelay(place.port)
  const url = new URL(direct)
  url.port = String(relay.port)
  const ask = (query: string) => place.ask(direct, query)
  return {
    url: url.href,
    directUrl: direct,
    relay,
    async kill() {
      await compose('kill', '--signal', 'SIGKILL', place.service)
    },
    async revive() {
      await compose('start', place.service)
      await answering(() => ask('select 1'))
    },
    async rows() {
      const rows = (await ask(select)) as Row[]
      return rows.map((row) => ({ ...row, at_micros: Number(row.at_micros) }))
    },
    faults: () => place.faults(ask),
    async remove() {
      await relay.close()
      await server.drop(direct)
    },
  }
}

/** Starts the servers that the kinds of databases need; gives what stops them and forgets their data. */
export async function startServers(names: readonly DatabaseName[]): Promise<() => Promise<void>> {
  const places = [mysqlPlace, postgresPlace].filter(({ service }) =>
    names.includes(service as DatabaseName),
  )
  if (places.length === 0) return async () => undefined
  // What a run that was itself killed has left behind.
  await compose('down', '--volumes', '--timeout', '1')
  await compose('up', '--detach', '--quiet-pull', ...places.map(({ service }) => service))
  for (const { ask, adminUrl, prepare } of places) {
    if (prepare) await answering(prepare)
    await answering(() => ask(adminUrl, 'select 1'))
  }
  return async () => {
    await compose('down', '--volumes', '--timeout', '1')
  }
}

const run = promisify(execFile)
const compose = (...args: string[]) =>
  run('docker', ['compose', '-f', 'test/crash/compose.yaml', ...args])

/** A server that sets itself up for the first time takes this long at most. */
const startWithinMs = 120_000

async function answering(ask: () => Promise<unknown>): Promise<void> {
  const giveUpAt = performance.now() + startWithinMs
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await sleep(200)
    }
  }
}
