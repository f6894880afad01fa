import type { StoreDialect } from './dialect.ts'
import { createMysqlDialect } from './mysql.ts'
import { createPostgresDialect } from './postgres.ts'
import { createSqliteDialect } from './sqlite.ts'

/** The dialect for a URL, by its scheme: `sqlite:`, `mysql:`, `postgres:`. Throws for any other. */
export function chooseDialect(url: string): StoreDialect {
  const colon = url.indexOf(':')
  const scheme = url.slice(0, colon)
  switch (scheme) {
    case 'sqlite':
      return createSqliteDialect(url.slice(colon + 1))
    case 'mysql':
      return createMysqlDialect(url)
    case 'postgres':
    case 'postgresql':
      return createPostgresDialect(url)
    default:
      throw new Error(`There is no database of the kind ${scheme}`)
  }
}
