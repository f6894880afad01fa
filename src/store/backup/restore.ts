import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely'
import { createKeyring, type Keyring } from '../../access/keys/keyring.ts'
import type { MasterKeySource } from '../../access/keys/master-key-file.ts'
import { BackupError, type BackupSummary } from '../../ports/backup.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { moveCounter } from '../identity/gallery-changes.ts'
import { executedSteps, migrate } from '../migrate.ts'
import { schemaSteps } from '../migrations/index.ts'
import type { SchemaStep } from '../migrations/migration.ts'
import type { Tables } from '../tables.ts'
import { createTableSum, type Footer, type Value, valuesOf } from './lines.ts'
import { lineOf, presentTables, readRows } from './rows.ts'
import { tableNames, type TableName } from './tables.ts'

/** Far below what a database takes in one statement (32,766 in SQLite), so that it stays below 10 MB. */
const parametersAtOnce = 5000

/** Takes in the lines of a backup. Throws a BackupError, and then the database is as empty as before. */
export async function restoreLines(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  lines: AsyncIterable<string>,
  masterKey: Pick<MasterKeySource, 'read' | 'path'>,
): Promise<BackupSummary> {
  const iterator = lines[Symbol.asyncIterator]()
  const next = async () => parseLine((await iterator.next()).value as string | undefined)
  const schema = schemaOf(await next())
  await prepare(db, dialect, schema)
  const sums = await db.transaction().execute(async (trx) => {
    if (!(await isEmpty(trx))) throw new BackupError('not-empty')
    const columns = new Map<TableName, readonly string[]>()
    const footer = await insertRows(trx, dialect, next, columns)
    if (!(await iterator.next()).done) throw new BackupError('damaged')
    await refuseOtherKey(trx, createKeyring(masterKey))
    // Not what was read is compared, but what the database has made of it.
    for (const table of await presentTables(trx)) {
      const { add, sum } = createTableSum()
      for await (const row of readRows(trx, table)) add(lineOf(row, columns.get(table) ?? []))
      const { rows, sha256 } = sum()
      const expected = footer.tables[table]
      if (expected?.rows !== rows || expected.sha256 !== sha256) throw new BackupError('damaged')
    }
    return footer.tables
  })
  // Rows of an older version go on from where that version was.
  await migrate(db, dialect)
  // A server that has found this database empty has something to read now.
  await moveCounter(db)
  return { rows: Object.fromEntries(tableNames.map((name) => [name, sums[name]?.rows ?? 0])) }
}

function parseLine(line: string | undefined): unknown {
  if (line === undefined) throw new BackupError('damaged')
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    throw new BackupError('damaged', { cause: error })
  }
}

function schemaOf(header: unknown): string[] {
  if (!isObject(header) || header['format'] !== 'pointeuse-backup') {
    throw new BackupError('not-a-backup')
  }
  const { version, schema } = header
  if (version !== 1 || !Array.isArray(schema)) throw new BackupError('newer')
  const known = Object.keys(schemaSteps)
  if (!schema.every((step, i) => step === known[i])) throw new BackupError('newer')
  return schema as string[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFooter = (line: Record<string, unknown>): line is Footer => isObject(line['tables'])

/**
 * Brings an empty database to the schema that the backup was made with, but for the indexes: millions of
 * rows are sorted into them at once much faster than put there one by one. The steps that make them count as
 * not done: the migration that follows does them, or the one at the next start, should this one be cut off.
 */
async function prepare(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  schema: readonly string[],
): Promise<void> {
  const there = await executedSteps(db)
  if (there.length > 0) {
    if (!(await isEmpty(db))) throw new BackupError('not-empty')
    // Made by this program's start just now, with nothing in them: made again as they were then.
    // Sessions point at operators, of whom there are none.
    const tables = [
      ...['operator_session', ...tableNames.toReversed()],
      ...['schema_step', 'schema_lock'],
    ]
    for (const table of tables) await db.schema.dropTable(table).ifExists().execute()
  }
  const undone = new Set<string>()
  const steps = schema.map((name): [string, SchemaStep] => [
    name,
    async (database) => {
      const createIndex = async () => void undone.add(name)
      await schemaSteps[name]?.(database, { ...dialect, createIndex })
    },
  ])
  await migrate(db, dialect, Object.fromEntries(steps))
  if (undone.size === 0) return
  await sql`delete from schema_step where name in (${sql.join([...undone])})`.execute(db)
}

/** Templates that nobody here can open are no backup of them. Earlier versions had no keys. */
async function refuseOtherKey(trx: Transaction<Tables>, keyring: Keyring): Promise<void> {
  if (!(await presentTables(trx)).includes('master_key')) return
  const row = await trx.selectFrom('master_key').select('key_id').executeTakeFirst()
  if (row && !keyring.has(row.key_id)) throw new BackupError('other-key')
}

/** What a start makes in an empty database. */
const founding: ReadonlySet<TableName> = new Set([
  ...(['master_key', 'secret'] as const),
  // What was done to people who are all gone. The anchors outside say that it was put aside.
  ...(['audit_entry', 'audit_head', 'audit_subject', 'forgotten'] as const),
])

async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of await presentTables(db)) {
    if (founding.has(table)) continue
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

/** Inserts rows until the footer comes, which it gives back. */
async function insertRows(
  trx: Transaction<Tables>,
  dialect: StoreDialect,
  next: () => Promise<unknown>,
  columnsOf: Map<TableName, readonly string[]>,
): Promise<Footer> {
  let table: TableName | undefined
  let columns: readonly string[] = []
  let waiting: Value[][] = []
  /** The text of the statement for so many rows; to put it together takes longer than to run it. */
  const texts = new Map<number, string>()
  const insertOf = (into: TableName, rows: readonly Value[][]): CompiledQuery => {
    let text = texts.get(rows.length)
    if (text === undefined) {
      const names = sql.join(columns.map((column) => sql.ref(column)))
      const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`))
      text = sql`insert into ${sql.table(into)} (${names}) values ${values}`.compile(trx).sql
      texts.set(rows.length, text)
    }
    return CompiledQuery.raw(text, rows.flat())
  }
  const flush = async () => {
    if (table === undefined || waiting.length === 0) return
    const rows = waiting
    waiting = []
    try {
      await trx.executeQuery(insertOf(table, rows))
    } catch (error) {
      // Unless the database itself is in trouble, it refused what it would never have given away.
      throw dialect.faultOf(error) ? error : new BackupError('damaged', { cause: error })
    }
  }
  for (;;) {
    const line = await next()
    if (Array.isArray(line)) {
      if (line.length !== columns.length || columns.length === 0) throw new BackupError('damaged')
      waiting.push(valuesOf(line as Parameters<typeof valuesOf>[0]))
      if ((waiting.length + 1) * columns.length > parametersAtOnce) await flush()
      continue
    }
    await flush()
    if (!isObject(line)) throw new BackupError('damaged')
    if (isFooter(line)) return line
    table = tableNames.find((name) => name === line['table'])
    if (table === undefined || !Array.isArray(line['columns'])) throw new BackupError('damaged')
    columns = line['columns'] as string[]
    texts.clear()
    columnsOf.set(table, columns)
  }
}
