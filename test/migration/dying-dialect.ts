import type { DatabaseConnection, Dialect, Driver } from 'kysely'

/** At which change of the database the process ends itself, and whether it waits for the answer before. */
export type Death = { readonly at: number; readonly moment: 'asked' | 'answered' }

/** What only looks leaves the database as the change before it did. */
const onlyLooks = /^\s*(select|show|with|pragma)\b/i

/**
 * A dialect whose process is killed at a change of the database, counted from 1. `tell` hears each change
 * before it is made.
 */
export function dyingDialect(dialect: Dialect, death: Death, tell: () => void): Dialect {
  let changes = 0
  const living = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const inner = (connection: DatabaseConnection) => living.get(connection) ?? connection

  async function change<Result>(make: () => Promise<Result>): Promise<Result> {
    tell()
    if (++changes !== death.at) return make()
    const made = make()
    if (death.moment === 'answered') await made
    // The question is on its way by then, and the answer perhaps as well.
    else await new Promise((resolve) => setTimeout(resolve, changes % 4))
    process.kill(process.pid, 'SIGKILL')
    return made
  }

  const dying = (connection: DatabaseConnection): DatabaseConnection => {
    const outer: DatabaseConnection = {
      executeQuery(query) {
        const make = () => connection.executeQuery<never>(query)
        return onlyLooks.test(query.sql) ? make() : change(make)
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
    living.set(outer, connection)
    return outer
  }

  const wrap = (driver: Driver): Driver => ({
    init: () => driver.init(),
    acquireConnection: async () => dying(await driver.acquireConnection()),
    beginTransaction: (connection, settings) =>
      driver.beginTransaction(inner(connection), settings),
    commitTransaction: (connection) => change(() => driver.commitTransaction(inner(connection))),
    rollbackTransaction: (connection) => driver.rollbackTransaction(inner(connection)),
    releaseConnection: (connection) => driver.releaseConnection(inner(connection)),
    destroy: () => driver.destroy(),
  })

  return {
    createDriver: () => wrap(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}
