import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { exportBytes } from '../src/attendance/export/export.ts'
import { createExports, type ExportKind } from '../src/attendance/hours/exports.ts'
import { createTimesheets } from '../src/attendance/hours/timesheets.ts'
import type { Store } from '../src/attendance/ports.ts'
import { dayOf } from '../src/attendance/time/day.ts'
import type { ShippedCalendarId } from '../src/attendance/time/holidays/shipped.ts'
import type { StoreDialect } from '../src/store/dialects/dialect.ts'
import { createMysqlDialect } from '../src/store/dialects/mysql.ts'
import { createPostgresDialect } from '../src/store/dialects/postgres.ts'
import { createSqliteDialect } from '../src/store/dialects/sqlite.ts'
import { migrate } from '../src/store/migrate.ts'
import { schemaSteps } from '../src/store/migrations/index.ts'
import { createStore } from '../src/store/store.ts'
import type { Tables } from '../src/store/tables.ts'
import { type Company, daysBefore, type MadeRecord, makeCompany } from './attendance-database.ts'
import { quantile, table } from './statistics.ts'

const usage = `npm run bench:attendance -- [--employees N] [--years N] [--seed N] [--json FILE]

Makes a company's records by a seeded generator and measures what is asked of them: the timesheets of a
month, its exports, a clock-in, and the migration of the whole database. With the defaults it needs about
2 GB of disk and two minutes.
  --database D   sqlite (default), or the URL of an empty database, mysql://... or postgres://...; repeatable
  --employees N  how many employees (default 2000)
  --years N      how many years of records (default 2)
  --seed N       another company (default 1)
  --json FILE    writes the figures to a file as well`

const { values } = parseArgs({
  options: {
    database: { type: 'string', multiple: true },
    employees: { type: 'string', default: '2000' },
    years: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

/** What is promised, with its limit. */
const promises = {
  migrationSeconds: { name: 'migration of the whole database, s', limit: 60 },
  monthOfAllSeconds: { name: 'timesheets of a month, all employees, s', limit: 3 },
  monthOfOneMs: { name: 'timesheet of a month, one employee, ms', limit: 50 },
  csvDaysSeconds: { name: 'CSV of a month by day, s', limit: 10 },
  csvRecordsSeconds: { name: 'CSV of a month of records, s', limit: 10 },
  csvMoreMegabytes: { name: 'memory that the exports added, MB', limit: 100 },
  clockInMs: { name: 'database part of a clock-in, median ms', limit: 5 },
} as const
type Figures = Record<keyof typeof promises, number>

const seconds = (since: number) => (performance.now() - since) / 1000
const month = { from: dayOf('2026-10-01'), to: dayOf('2026-10-31') }
const now = Temporal.Instant.from('2026-11-23T12:00:00Z')

/** Writes the records into a database that has its tables but not its indexes yet: the longest migration. */
async function makeDatabase(company: Company, url: string): Promise<number> {
  const dialect = dialectOf(url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  await migrate(db, dialect, Object.fromEntries(Object.entries(schemaSteps).slice(0, 3)))
  const createdAt = Number(Temporal.Instant.from('2024-01-01T00:00:00Z').epochNanoseconds / 1000n)
  await db.transaction().execute(async (trx) => {
    for (const { id, name } of company.employees) {
      const row = { id, name, created_at_micros: createdAt, left_at_micros: null }
      await trx.insertInto('employee').values(row).execute()
    }
  })
  const { from, to } = daysBefore('2026-11-22', Number(values.years))
  let made = 0
  for (let day = from; day <= to; day++) {
    const records = company.recordsOn(day)
    made += records.length
    await db.transaction().execute(async (trx) => {
      for (let i = 0; i < records.length; i += 1000) {
        const rows = records.slice(i, i + 1000).map((record) => rowOf(record, company))
        // The tables of then had no column for the site.
        await trx
          .insertInto('attendance_record')
          .values(rows as never)
          .execute()
      }
    })
    if ((day - from) % 100 === 99) console.log(`  ${made} records ...`)
  }
  await db.destroy()
  return made
}

const rowOf = (record: MadeRecord, { employees }: Company) => ({
  id: record.id,
  employee_id: employees[record.employee]?.id ?? '',
  kind: record.kind,
  at_micros: record.atMicros,
  duplicate_of: record.duplicateOf,
  ordinal: record.ordinal,
})

async function measure(company: Company, url: string): Promise<Figures> {
  const started = performance.now()
  const store = await createStore(url)
  const migrationSeconds = seconds(started)
  console.log(`migrated in ${migrationSeconds.toFixed(1)} s`)
  await settle(company, store)
  const timesheets = createTimesheets({ store, clock: { now: () => now } })
  const makeExport = createExports({ store, timesheets })

  // The exports first: their memory is measured from a process that has done nothing like them before.
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5)
  const timeExport = async (kind: ExportKind): Promise<number> => {
    const start = performance.now()
    const options = { format: 'csv', language: 'fr', bom: true } as const
    let bytes = 0
    for await (const chunk of exportBytes(makeExport(kind, { range: month }, 'fr'), options)) {
      bytes += chunk.length
      peak = Math.max(peak, process.memoryUsage().rss)
    }
    if (bytes < 1000) throw new Error('The export is empty')
    return seconds(start)
  }
  const csvDaysSeconds = await timeExport('days')
  const csvRecordsSeconds = await timeExport('records')
  clearInterval(watch)
  const csvMoreMegabytes = (peak - before) / 1e6

  const all: number[] = []
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    let count = 0
    for await (const { timesheet } of timesheets.all({ range: month })) {
      count += timesheet.total.worked > 0 ? 1 : 0
    }
    if (count < company.employees.length * 0.99) throw new Error('Hours are missing')
    all.push(seconds(start))
  }
  const one: number[] = []
  const appends: number[] = []
  for (let i = 0; i < 200; i++) {
    const employee = company.employees[(i * 997) % company.employees.length]
    if (employee === undefined) continue
    const start = performance.now()
    await timesheets.page({ range: month, employeeId: employee.id, limit: 1 })
    one.push(performance.now() - start)
    const id = crypto.randomUUID()
    const append = performance.now()
    await store.records.append(employee.id, () => ({
      id,
      employeeId: employee.id,
      kind: 'in',
      at: now.add({ seconds: i }),
    }))
    appends.push(performance.now() - append)
  }
  await store.close()
  return {
    migrationSeconds,
    monthOfAllSeconds: quantile(all, 0.5),
    monthOfOneMs: quantile(one, 0.5),
    csvDaysSeconds,
    csvRecordsSeconds,
    csvMoreMegabytes,
    clockInMs: quantile(appends, 0.5),
  }
}

/** Gives everybody their site and schedule, as an operator would have. */
async function settle({ sites, schedules, employees }: Company, store: Store): Promise<void> {
  for (const site of sites) {
    await store.sites.add({ ...site, calendar: site.calendar as ShippedCalendarId }, 0)
  }
  for (const { id, name, version } of schedules) {
    await store.schedules.add({ id, name, versions: [version] }, 0)
  }
  for (const [i, { id: employeeId, site, schedule, weekOffset }] of employees.entries()) {
    const siteId = sites[site]?.id ?? ''
    const scheduleId = schedules[schedule]?.id ?? null
    const id = `${String(i).padStart(8, '0')}-0000-7000-8000-000000000005`
    const from = dayOf('2024-01-01')
    await store.assignments.add({ id, employeeId, from, siteId, scheduleId, weekOffset }, 0)
  }
}

function show(figures: Record<string, Figures>, records: number): void {
  const names = Object.keys(figures)
  const keys = Object.keys(promises) as (keyof typeof promises)[]
  console.log()
  console.log(
    table(
      [`${values.employees} employees, ${records} records`, 'promised', ...names],
      keys.map((key) => [
        promises[key].name,
        `${promises[key].limit}`,
        ...names.map((name) => (figures[name]?.[key] ?? NaN).toFixed(2)),
      ]),
    ),
  )
  if (values.json) {
    const { employees, years, seed } = values
    const report = { employees, years, seed, records, node: process.version, promises, figures }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  const isKept = names.every((name) =>
    keys.every((key) => (figures[name]?.[key] ?? Infinity) <= promises[key].limit),
  )
  if (!isKept) process.exitCode = 1
}

/** The database of a URL, without its tables. */
function dialectOf(url: string): StoreDialect {
  if (url.startsWith('mysql:')) return createMysqlDialect(url)
  if (url.startsWith('postgres')) return createPostgresDialect(url)
  return createSqliteDialect(url.slice('sqlite:'.length))
}

const directory = mkdtempSync(join(tmpdir(), 'pointeuse-bench-'))
try {
  const urls = (values.database ?? ['sqlite']).map((database) =>
    database === 'sqlite' ? `sqlite:${join(directory, 'pointeuse.db')}` : database,
  )
  const figures: Record<string, Figures> = {}
  let made = 0
  for (const url of urls) {
    const name = dialectOf(url).name
    console.log(`${name}: making records`)
    // A company counts on as its records are made: each database gets one of its own, the same.
    const company = makeCompany(Number(values.employees), Number(values.seed))
    made = await makeDatabase(company, url)
    figures[name] = await measure(company, url)
  }
  show(figures, made)
} finally {
  rmSync(directory, { recursive: true })
}
