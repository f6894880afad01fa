import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { exportBytes } from '../src/attendance/export/export.ts'
import { createExports, type ExportKind } from '../src/attendance/export/exports.ts'
import { createTimesheets } from '../src/attendance/timesheets.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import { dayOf } from '../src/time/day.ts'
import type { ShippedCalendarId } from '../src/time/holidays/shipped.ts'
import { createBackups } from '../src/store/backup/backups.ts'
import { tableNames } from '../src/store/backup/tables.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import { migrate } from '../src/store/migrate.ts'
import { schemaSteps } from '../src/store/migrations/index.ts'
import { createStore } from '../src/store/store.ts'
import { testMasterKey } from '../test/master-key.ts'
import type { Tables } from '../src/store/tables.ts'
import { type Company, daysBefore, makeCompany } from './attendance-database.ts'
import { createFilling } from './attendance-filling.ts'
import { quantile } from './statistics.ts'

/** What every phase is told. */
export type Task = {
  readonly url: string
  readonly employees: number
  readonly years: number
  readonly seed: number
  /** Where a backup may be written. */
  readonly backupPath: string
}

/**
 * The parts of the measurement. Each runs in a process of its own, so that none finds the memory and the
 * caches that another left behind.
 */
export const phases = { make, migrate: migrateAll, read, clockIn, backup, restore } as const
export type PhaseName = keyof typeof phases
/** Figures by name; `say` shows how far it is. */
export type Phase = (task: Task, say: (text: string) => void) => Promise<Record<string, number>>

const month = { from: dayOf('2026-10-01'), to: dayOf('2026-10-31') }
const lastDate = '2026-11-22'
const clock = { now: () => Temporal.Instant.from('2026-11-23T12:00:00Z') }

const seconds = (since: number) => (performance.now() - since) / 1000
const companyOf = ({ employees, seed }: Task): Company => makeCompany(employees, seed)

/** Writes the records into a database that has its tables but not its indexes yet: the longest migration. */
async function make(task: Task, say: (text: string) => void): Promise<Record<string, number>> {
  const started = performance.now()
  const dialect = await chooseDialect(task.url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  if ((await db.introspection.getTables()).length > 0) {
    throw new Error(`The ${dialect.name} database is not empty`)
  }
  await migrate(db, dialect, Object.fromEntries(Object.entries(schemaSteps).slice(0, 3)))
  await db.destroy()

  const company = companyOf(task)
  const people = await createFilling(task.url, 'employee', ['id', 'name', 'created_at_micros'])
  const createdAt = Temporal.Instant.from('2024-01-01T00:00:00Z').epochMilliseconds * 1000
  await people.add(company.employees.map(({ id, name }) => [id, name, createdAt]))
  await people.end()

  // The tables of then had no column for the site.
  const columns = ['id', 'employee_id', 'kind', 'at_micros', 'duplicate_of', 'ordinal']
  const filling = await createFilling(task.url, 'attendance_record', columns)
  const { from, to } = daysBefore(lastDate, task.years)
  let records = 0
  for (let day = from; day <= to; day++) {
    const rows = company.recordsOn(day)
    records += rows.length
    await filling.add(
      rows.map(({ id, employee, kind, atMicros, duplicateOf, ordinal }) => [
        id,
        company.employees[employee]?.id ?? '',
        kind,
        atMicros,
        duplicateOf,
        ordinal,
      ]),
    )
    if ((day - from) % 100 === 99) say(`${(records / 1e6).toFixed(1)} million records`)
  }
  await filling.end()
  return { records, makingSeconds: seconds(started) }
}

/** The program's start on a database of an older version; then everybody gets their site and schedule. */
async function migrateAll(task: Task): Promise<Record<string, number>> {
  const started = performance.now()
  const store = await createStore(task.url, testMasterKey)
  const migrationSeconds = seconds(started)
  await settle(companyOf(task), store, task.url)
  await store.close()
  return { migrationSeconds }
}

/** As an operator would have done. */
async function settle(
  { sites, schedules, employees }: Company,
  store: Store,
  url: string,
): Promise<void> {
  for (const site of sites) {
    await store.sites.add({ ...site, calendar: site.calendar as ShippedCalendarId }, 0)
  }
  for (const { id, name, version } of schedules) {
    await store.schedules.add({ id, name, versions: [version] }, 0)
  }
  const columns = ['id', 'employee_id', 'from_date', 'site_id', 'schedule_id', 'week_offset']
  const filling = await createFilling(url, 'assignment', [...columns, 'written_at_micros'])
  await filling.add(
    employees.map(({ id, site, schedule, weekOffset }, i) => [
      `${String(i).padStart(8, '0')}-0000-7000-8000-000000000005`,
      id,
      '2024-01-01',
      sites[site]?.id ?? '',
      schedules[schedule]?.id ?? null,
      weekOffset,
      0,
    ]),
  )
  await filling.end()
}

/** A month's exports and timesheets. */
async function read(task: Task): Promise<Record<string, number>> {
  const { employees } = companyOf(task)
  const store = await createStore(task.url, testMasterKey)
  const timesheets = createTimesheets({ store, clock })
  const makeExport = createExports({ store, timesheets })

  // The exports first: their memory is measured from a process that has done nothing like them before.
  const before = process.memoryUsage().rss
  let peak = before
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss))
  const watch = setInterval(look, 5)
  const timeExport = async (kind: ExportKind): Promise<number> => {
    const start = performance.now()
    const options = { format: 'csv', language: 'fr', bom: true } as const
    let bytes = 0
    for await (const chunk of exportBytes(makeExport(kind, { range: month }, 'fr'), options)) {
      bytes += chunk.length
      look()
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
    if (count < employees.length * 0.99) throw new Error('Hours are missing')
    all.push(seconds(start))
  }
  const one: number[] = []
  for (const { id: employeeId } of some(employees)) {
    const start = performance.now()
    await timesheets.page({ range: month, employeeId, limit: 1 })
    one.push(performance.now() - start)
  }
  await store.close()
  return {
    monthOfAllSeconds: quantile(all, 0.5),
    monthOfOneMs: quantile(one, 0.5),
    csvDaysSeconds,
    csvRecordsSeconds,
    csvMoreMegabytes,
  }
}

/** 200 people, spread over the company. */
const some = (employees: Company['employees']): Company['employees'] =>
  Array.from({ length: 200 }, (_, i) => employees[(i * 997) % employees.length]).filter(
    (employee) => employee !== undefined,
  )

/** What a clock-in asks of the database: whether it was answered before, the record, and the kept answer. */
async function clockIn(task: Task): Promise<Record<string, number>> {
  const store = await createStore(task.url, testMasterKey)
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const { employees } = companyOf(task)
  const median = async (round: number) => {
    const times: number[] = []
    for (const [i, { id: employeeId }] of some(employees).entries()) {
      const [id, key] = [newId(), randomUUID()]
      const at = clock.now().add({ seconds: 100_000 * round + i })
      const answer = () => ({ fingerprint: key, status: 201, body: '{"outcome":"recorded"}' })
      const start = performance.now()
      await store.answers.find(key)
      await store.records.append(employeeId, () => ({ id, employeeId, kind: 'in', at }), {
        key,
        answer,
      })
      times.push(performance.now() - start)
    }
    return quantile(times, 0.5)
  }
  // The first of each employee reads what was last written of them from the disk; the second finds it in memory.
  const figures = { firstClockInMs: await median(0), clockInMs: await median(1) }
  await store.close()
  return figures
}

async function backup({ url, backupPath }: Task): Promise<Record<string, number>> {
  const started = performance.now()
  const { bytes, done } = createBackups(url, testMasterKey).write()
  await pipeline(bytes, createWriteStream(backupPath))
  await done
  return { backupSeconds: seconds(started), backupMegabytes: statSync(backupPath).size / 1e6 }
}

/** Wipes the database and fills it from the backup; every count and hash is compared. */
async function restore({ url, backupPath }: Task): Promise<Record<string, number>> {
  const dialect = await chooseDialect(url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  for (const table of [...tableNames.toReversed(), 'schema_step', 'schema_lock']) {
    await db.schema.dropTable(table).ifExists().execute()
  }
  await db.destroy()
  const started = performance.now()
  await createBackups(url, testMasterKey).restore(createReadStream(backupPath))
  return { restoreSeconds: seconds(started) }
}
