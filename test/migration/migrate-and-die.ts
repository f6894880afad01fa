import { Kysely } from 'kysely'
import { chooseDialect } from '../../src/store/dialects/choose.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Tables } from '../../src/store/tables.ts'
import { dyingDialect } from './dying-dialect.ts'

// node migrate-and-die.ts URL CHANGE asked|answered
// Migrates a database until it is killed; tells how many changes there were when it lives on.
const [url = '', at, moment] = process.argv.slice(2)
if (moment !== 'asked' && moment !== 'answered') throw new Error(`What is ${moment}?`)
const dialect = await chooseDialect(url)
let changes = 0
const dying = dyingDialect(dialect.connect('patient'), { at: Number(at), moment }, () => {
  changes++
})
const db = new Kysely<Tables>({ dialect: dying })
await migrate(db, dialect)
await db.destroy()
console.log(changes)
