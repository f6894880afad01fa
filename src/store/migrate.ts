import { Migrator, type Kysely } from 'kysely'
import type { StoreDialect } from './dialects/dialect.ts'
import { schemaSteps } from './migrations/index.ts'
import type { SchemaStep } from './migrations/migration.ts'
import type { Tables } from './tables.ts'

/** Thrown at start when the database was made by a newer program than this one. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'

  constructor(steps: readonly string[]) {
    super(
      `The database knows ${steps.join(', ')}, which this program does not: ` +
        'it was used by a newer version. Please start that one, or a copy made before it.',
    )
  }
}

/**
 * Brings the database to this program's schema. Several programs may do so at once: one does it, the
 * others wait. Throws NewerSchemaError, and whatever the database says.
 */
export async function migrate(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  steps: Readonly<Record<string, SchemaStep>> = schemaSteps,
): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [
      name,
      { up: (database: Kysely<never>) => step(database, dialect) },
    ]),
  )
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'schema_step',
    migrationLockTableName: 'schema_lock',
    // Kysely tells their order by the clock's, which may have been put back since; ours is by name.
    allowUnorderedMigrations: true,
  })
  refuseNewer(await executedSteps(db), steps)
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error as Error
}

/** Throws NewerSchemaError when some of the steps that a database knows are not known here. */
export function refuseNewer(executed: readonly string[], steps: object = schemaSteps): void {
  const unknown = executed.filter((name) => !(name in steps))
  if (unknown.length > 0) throw new NewerSchemaError(unknown)
}

/** The steps that a database remembers, in their order; none when it is new. */
export async function executedSteps(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'schema_step')) return []
  const rows = await (db as unknown as Kysely<{ schema_step: { name: string } }>)
    .selectFrom('schema_step')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
