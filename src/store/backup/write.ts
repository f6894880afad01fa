import type { Kysely } from 'kysely'
import type { BackupSummary } from '../../ports/backup.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { executedSteps, refuseNewer } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { createTableSum, type Footer, type Header, type TableLine, type TableSum } from './lines.ts'
import { columnsOf, lineOf, presentTables, readRows } from './rows.ts'
import { tableNames } from './tables.ts'

const lineWith = (content: Header | TableLine | Footer) => `${JSON.stringify(content)}\n`

/** The lines of a backup, all of one moment. Whoever writes meanwhile does not wait. */
export async function* writeLines(
  db: Kysely<Tables>,
  dialect: StoreDialect,
): AsyncGenerator<string, BackupSummary> {
  const schema = await executedSteps(db)
  refuseNewer(schema)
  yield lineWith({ format: 'pointeuse-backup', version: 1, schema })
  const tables: Record<string, TableSum> = {}
  await dialect.beginSnapshot(db)
  for (const table of await presentTables(db)) {
    const { add, sum } = createTableSum()
    let columns: string[] | undefined
    for await (const row of readRows(db, table)) {
      if (!columns) {
        columns = columnsOf(row)
        yield lineWith({ table, columns })
      }
      const line = lineOf(row, columns)
      add(line)
      yield line
    }
    tables[table] = sum()
  }
  yield lineWith({ tables })
  return { rows: Object.fromEntries(tableNames.map((name) => [name, tables[name]?.rows ?? 0])) }
}
