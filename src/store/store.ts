import { Kysely } from 'kysely'
import type { Store } from '../attendance/ports.ts'
import { StoreError } from '../attendance/store-error.ts'
import type { StoreDialect } from './dialects/dialect.ts'
import { createSqliteDialect } from './dialects/sqlite.ts'
import { createEmployeeStore } from './employees.ts'
import { createHoursStore } from './hours.ts'
import { migrate } from './migrate.ts'
import { createRecordStore } from './records.ts'
import type { Tables } from './tables.ts'
import { createTemplateStore } from './templates.ts'
import { createInTransaction } from './transaction.ts'

/**
 * Opens the database that a URL names (`sqlite:<path>`), making and migrating its tables. Throws when it
 * cannot be opened, or was made by a newer version.
 */
export async function createStore(url: string): Promise<Store> {
  const dialect = chooseDialect(url)
  const db = new Kysely<Tables>({ dialect: dialect.kysely })
  const guarded = guardWith(dialect)
  const inTransaction = createInTransaction(db, dialect)
  try {
    await migrate(db, dialect)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const hoursStore = createHoursStore(db, inTransaction, dialect)
  return {
    sites: guarded(hoursStore.sites),
    schedules: guarded(hoursStore.schedules),
    assignments: guarded(hoursStore.assignments),
    leaves: guarded(hoursStore.leaves),
    corrections: guarded(hoursStore.corrections),
    hours: guarded(hoursStore.hours),
    employees: guarded(createEmployeeStore(db, inTransaction, dialect)),
    templates: guarded(createTemplateStore(db)),
    records: guarded(createRecordStore(db, inTransaction, dialect)),
    async trouble() {
      try {
        return await dialect.unsafeSetting(db)
      } catch (error) {
        return `store-${dialect.faultOf(error) ?? 'broken'}`
      }
    },
    close: () => db.destroy(),
  }
}

function chooseDialect(url: string): StoreDialect {
  const colon = url.indexOf(':')
  const scheme = url.slice(0, colon)
  switch (scheme) {
    case 'sqlite':
      return createSqliteDialect(url.slice(colon + 1))
    default:
      throw new Error(`There is no database of the kind ${scheme}`)
  }
}

type Methods<Room> = { [Name in keyof Room]: (...args: never[]) => Promise<unknown> }

/** Makes the methods of a room of the store throw StoreErrors instead of the driver's. */
function guardWith({ name, faultOf }: StoreDialect) {
  return function guarded<Room extends Methods<Room>>(room: Room): Room {
    const entries = Object.entries<(...args: never[]) => Promise<unknown>>(room)
    const safe = entries.map(([method, call]) => [
      method,
      async (...args: never[]) => {
        try {
          return await call.apply(room, args)
        } catch (error) {
          const fault = faultOf(error)
          if (fault)
            throw new StoreError(fault, `The ${name} database is ${fault}.`, { cause: error })
          throw error
        }
      },
    ])
    return Object.fromEntries(safe) as Room
  }
}
