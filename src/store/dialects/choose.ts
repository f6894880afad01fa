import type { StoreDialect } from './dialect.ts'

/**
 * The dialect for a URL, by its scheme: `sqlite:`, `mysql:`, `postgres:`. Throws for any other. Only the
 * driver that is needed is loaded: together they would take a tenth of a second of every start.
 */
export async function chooseDialect(url: string): Promise<StoreDialect> {
  const colon = url.indexOf(':')
  const scheme = url.slice(0, colon)
  switch (scheme) {
    case 'sqlite':
      return (await import('./sqlite.ts')).createSqliteDialect(url.slice(colon + 1))
    case 'mysql':
      return (await import('./mysql.ts')).createMysqlDialect(url)
    case 'postgres':
    case 'postgresql':
      return (await import('./postgres.ts')).createPostgresDialect(url)
    default:
      throw new Error(`There is no database of the kind ${scheme}`)
  }
}
