import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ColumnMetadata, type Dialect, Kysely, sql } from 'kysely'
import type { OlderProgram } from '../../attendance/import/older-import.ts'
import { createMysqlDialect } from '../dialects/mysql.ts'
import { createPostgresDialect } from '../dialects/postgres.ts'
import { createReadOnlySqlite } from '../dialects/sqlite-read-only.ts'

/** The tables of the older program (Flask, SQLAlchemy). Some versions keep photos, some embeddings, some both. */
type OlderTables = {
  employee: { id: number; name: string | null; [column: string]: unknown }
  attendance_record: { id: number; employee_id: number; timestamp: unknown }
}

/** The column that holds the path of a photo goes by one of these names. */
const photoColumns = ['photo_path', 'photo', 'image_path', 'image', 'photo_filename']

/** Thrown when a database is not one of the older program; names the table or column that is missing. */
export class NotTheOlderProgramError extends Error {
  override readonly name = 'NotTheOlderProgramError'

  constructor(missing: string) {
    super(`The database has no ${missing}: it is not one of the older program`)
  }
}

/** Thrown for a URL that names no database of a known kind. */
export class UnknownOlderProgramError extends Error {
  override readonly name = 'UnknownOlderProgramError'

  constructor() {
    super('URL must be sqlite:PATH of a file that is there, mysql://..., or postgres://...')
  }
}

/**
 * Opens the older program's database and reads it, nothing else. The URL may be that of its settings:
 * `sqlite:///relative`, `sqlite:////absolute`, `mysql+pymysql://...`, `postgresql+psycopg2://...`.
 */
export async function openOlderProgram(url: string): Promise<OlderProgram> {
  const { dialect, ...address } = addressOf(url)
  const db = new Kysely<OlderTables>({ dialect })
  try {
    return await readTables(db, address)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

type Address = {
  readonly dialect: Dialect
  readonly kind: 'sqlite' | 'mysql' | 'postgres'
  /** The same however one signs in. */
  readonly source: string
}

function addressOf(url: string): Address {
  const [, scheme = '', rest = ''] = /^([a-z]+)(?:\+[a-z0-9]+)?:(.*)$/is.exec(url) ?? []
  const sourceOf = (kind: string, place: string) =>
    createHash('sha256').update(`${kind} ${place}`).digest('hex')
  if (scheme === 'sqlite') {
    // SQLAlchemy puts three slashes before a path.
    const path = resolve(rest.replace(/^\/\/\//, ''))
    if (rest === '' || !existsSync(path)) throw new UnknownOlderProgramError()
    return { kind: 'sqlite', dialect: createReadOnlySqlite(path), source: sourceOf('sqlite', path) }
  }
  const plain = `${scheme}:${rest}`
  if (!URL.canParse(plain)) throw new UnknownOlderProgramError()
  const { host, pathname } = new URL(plain)
  if (scheme === 'mysql' || scheme === 'mariadb') {
    const dialect = createMysqlDialect(`mysql:${rest}`).connect('patient')
    return { kind: 'mysql', dialect, source: sourceOf('mysql', host + pathname) }
  }
  if (scheme !== 'postgres' && scheme !== 'postgresql') throw new UnknownOlderProgramError()
  const dialect = createPostgresDialect(plain).connect('patient')
  return { kind: 'postgres', dialect, source: sourceOf('postgres', host + pathname) }
}

async function readTables(
  db: Kysely<OlderTables>,
  { kind, source }: Omit<Address, 'dialect'>,
): Promise<OlderProgram> {
  const tables = await db.introspection.getTables()
  const columnsOf = (table: string, ...needed: string[]): ColumnMetadata[] => {
    const found = tables.find(({ name }) => name === table)
    if (!found) throw new NotTheOlderProgramError(`table ${table}`)
    const missing = needed.find((name) => !found.columns.some((column) => column.name === name))
    if (missing !== undefined) throw new NotTheOlderProgramError(`column ${table}.${missing}`)
    return found.columns
  }
  const time = columnsOf('attendance_record', 'id', 'employee_id', 'timestamp').find(
    ({ name }) => name === 'timestamp',
  )
  const columns = columnsOf('employee', 'id', 'name').map(({ name }) => name)
  // MySQL keeps a TIMESTAMP in UTC and shows it by the session's zone, which is UTC here; a DATETIME is
  // whatever the older program's clocks showed.
  const suffix = kind === 'mysql' && time?.dataType.toLowerCase() === 'timestamp' ? 'Z' : ''
  const photo = photoColumns.find((name) => columns.includes(name))
  const textType = kind === 'mysql' ? sql`char` : sql`text`
  // As text: a driver would read a naive timestamp by the zone of this process.
  const record = () =>
    db
      .selectFrom('attendance_record')
      .select(['attendance_record.id', 'employee_id'])
      .select(sql<string | null>`cast(${sql.ref('timestamp')} as ${textType})`.as('timestamp'))
  type Row = { id: number; employee_id: number; timestamp: string | null }
  const toRecord = ({ id, employee_id, timestamp }: Row) => ({
    id,
    employeeId: employee_id,
    timestamp: timestamp === null ? null : timestamp + suffix,
  })

  return {
    source,

    async employees() {
      const has = columns.includes('embedding')
        ? sql<number>`case when ${sql.ref('embedding')} is null then 0 else 1 end`
        : sql<number>`0`
      const path =
        photo === undefined ? sql<string | null>`null` : sql<string | null>`${sql.ref(photo)}`
      const rows = await db
        .selectFrom('employee')
        .select(['id', 'name'])
        .select([has.as('has_embedding'), path.as('photo_path')])
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        hasEmbedding: Number(row.has_embedding) === 1,
        photoPath: row.photo_path,
      }))
    },

    async recordsOf(employeeId, afterId) {
      const rows = await record()
        .where('employee_id', '=', employeeId)
        .where('attendance_record.id', '>', afterId)
        .execute()
      return rows.map(toRecord)
    },

    async strayRecords() {
      const rows = await record()
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('employee')
                .select('employee.id')
                .whereRef('employee.id', '=', 'attendance_record.employee_id'),
            ),
          ),
        )
        .execute()
      return rows.map(toRecord)
    },

    close: () => db.destroy(),
  }
}
