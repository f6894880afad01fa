import { Kysely, sql } from 'kysely'
import type { OlderProgram } from '../attendance/hours/older-import.ts'
import { createMysqlDialect } from './dialects/mysql.ts'
import { createPostgresDialect } from './dialects/postgres.ts'
import { createReadOnlySqlite } from './dialects/sqlite-read-only.ts'

/** The tables of the older program (Flask, SQLAlchemy). Some versions keep photos, some embeddings, some both. */
type OlderTables = {
  employee: { id: number; name: string | null; [column: string]: unknown }
  attendance_record: { id: number; employee_id: number; timestamp: unknown }
}

/** The column that holds the path of a photo goes by one of these names. */
const photoColumns = ['photo_path', 'photo', 'image_path', 'image', 'photo_filename']

/** Thrown when a database is not one of the older program; names the table that is missing. */
export class NotTheOlderProgramError extends Error {
  override readonly name = 'NotTheOlderProgramError'

  constructor(table: string) {
    super(`The database has no table ${table}: it is not one of the older program`)
  }
}

/** Opens the older program's database (`sqlite:`, `mysql:` or `postgres:`) and reads it, nothing else. */
export async function openOlderProgram(url: string): Promise<OlderProgram> {
  const db = new Kysely<OlderTables>({ dialect: dialectOf(url) })
  try {
    return await readTables(db, url)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function dialectOf(url: string) {
  if (url.startsWith('mysql:')) return createMysqlDialect(url).connect('patient')
  if (url.startsWith('postgres')) return createPostgresDialect(url).connect('patient')
  return createReadOnlySqlite(url.replace(/^sqlite:/, ''))
}

async function readTables(db: Kysely<OlderTables>, url: string): Promise<OlderProgram> {
  const tables = await db.introspection.getTables()
  const columnsOf = (table: string): string[] => {
    const found = tables.find(({ name }) => name === table)
    if (!found) throw new NotTheOlderProgramError(table)
    return found.columns.map(({ name }) => name)
  }
  columnsOf('attendance_record')
  const columns = columnsOf('employee')
  const photo = photoColumns.find((name) => columns.includes(name))
  const textType = url.startsWith('mysql:') ? sql`char` : sql`text`
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
    timestamp,
  })

  return {
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

    async recordsOf(employeeId) {
      return (await record().where('employee_id', '=', employeeId).execute()).map(toRecord)
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
