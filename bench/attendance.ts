import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PhaseName, Task } from './attendance-phases.ts'
import { removeServers, serverNames, startServer } from './attendance-servers.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:attendance -- [options]

Makes a company's records by a seeded generator and measures what is asked of them: the timesheets of a
month, its exports, a clock-in, and the migration of the whole database. With the defaults it measures all
three databases one after the other, in about ten minutes and with 5 GB of disk.
  --database D   sqlite, mysql or postgres, the last two from a server that Docker starts and removes; or
                 the URL of an empty database, mysql://... or postgres://...; repeatable (default: all three)
  --employees N  how many employees (default 2000)
  --years N      how many years of records (default 2)
  --seed N       another company (default 1)
  --backup       also writes a backup, wipes the database and restores it
  --json FILE    writes the figures to a file as well`

const { values } = parseArgs({
  options: {
    database: { type: 'string', multiple: true, default: ['sqlite', 'mysql', 'postgres'] },
    employees: { type: 'string', default: '2000' },
    years: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    backup: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

/** What is promised, with its limit; without one, what is good to know. */
const lines: Readonly<Record<string, { readonly name: string; readonly limit?: number }>> = {
  migrationSeconds: { name: 'migration of the whole database, s', limit: 60 },
  monthOfAllSeconds: { name: 'timesheets of a month, all employees, s', limit: 3 },
  monthOfOneMs: { name: 'timesheet of a month, one employee, median ms', limit: 50 },
  csvDaysSeconds: { name: 'CSV of a month by day, s', limit: 10 },
  csvRecordsSeconds: { name: 'CSV of a month of records, s', limit: 10 },
  csvMoreMegabytes: { name: 'memory that the exports added, MB', limit: 100 },
  firstClockInMs: { name: "database part of an employee's first clock-in, median ms", limit: 5 },
  clockInMs: { name: 'database part of a clock-in, median ms', limit: 5 },
  backupSeconds: { name: 'backup, s' },
  backupMegabytes: { name: 'size of the backup, MB' },
  restoreSeconds: { name: 'restore, s', limit: 900 },
}

type Figures = Record<string, number>

/** Does one part in a process of its own; whatever it says is shown with how long it has been at it. */
function run(phase: PhaseName, task: Task): Promise<Figures> {
  const started = performance.now()
  const show = (text: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4)
    console.log(`${seconds} s  ${phase}: ${text}`)
  }
  const child = fork(
    new URL('attendance-phase.ts', import.meta.url),
    [phase, JSON.stringify(task)],
    // As the server is started.
    { execArgv: ['--max-semi-space-size=8', '--max-old-space-size=512'] },
  )
  return new Promise((resolve, reject) => {
    let figures: Figures | undefined
    child.on('message', (message: string | Figures) => {
      if (typeof message === 'string') show(message)
      else figures = message
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (figures === undefined || code !== 0) {
        reject(new Error(`${phase} failed`))
        return
      }
      show(
        Object.entries(figures)
          .map(([name, value]) => `${name} ${Number(value.toFixed(2))}`)
          .join(', '),
      )
      resolve(figures)
    })
  })
}

async function measure(url: string, directory: string): Promise<Figures> {
  const { employees, years, seed } = values
  const backupPath = join(directory, 'pointeuse.backup')
  const numbers = { employees: Number(employees), years: Number(years), seed: Number(seed) }
  const task = { url, backupPath, ...numbers }
  const figures: Figures = {}
  const phases: readonly PhaseName[] = ['make', 'migrate', 'read', 'clockIn']
  for (const phase of phases) Object.assign(figures, await run(phase, task))
  if (values.backup) {
    Object.assign(figures, await run('backup', task))
    Object.assign(figures, await run('restore', task))
  }
  return figures
}

/** Measures a database, from a server of its own where only the kind was named. */
async function measureOn(database: string, directory: string): Promise<Figures> {
  const serverName = serverNames.find((name) => name === database)
  if (serverName !== undefined) {
    const server = startServer(serverName)
    try {
      return await measure(server.url, directory)
    } finally {
      server.remove()
    }
  }
  const path = join(directory, 'pointeuse.db')
  return measure(database === 'sqlite' ? `sqlite:${path}` : database, directory)
}

function show(figures: Readonly<Record<string, Figures>>): void {
  const names = Object.keys(figures)
  const shown = Object.entries(lines).filter(([key]) =>
    names.some((name) => figures[name]?.[key] !== undefined),
  )
  const records = Math.max(...names.map((name) => figures[name]?.['records'] ?? 0))
  console.log()
  console.log(
    table(
      [`${values.employees} employees, ${records} records`, 'promised', ...names],
      shown.map(([key, { name, limit }]) => [
        name,
        limit === undefined ? '' : `${limit}`,
        ...names.map((database) => figures[database]?.[key]?.toFixed(2) ?? ''),
      ]),
    ),
  )
  if (values.json !== undefined) {
    const { employees, years, seed } = values
    const report = { employees, years, seed, node: process.version, promises: lines, figures }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  for (const [key, { name, limit = Infinity }] of shown) {
    for (const database of names) {
      const value = figures[database]?.[key] ?? 0
      if (value <= limit) continue
      console.log(`Not kept on ${database}: ${name}`)
      process.exitCode = 1
    }
  }
}

const directory = mkdtempSync(join(tmpdir(), 'pointeuse-bench-'))
const cleanUp = () => {
  rmSync(directory, { recursive: true, force: true })
  if (values.database.some((database) => serverNames.includes(database as never))) removeServers()
}
process.on('SIGINT', () => {
  cleanUp()
  process.exit(130)
})
const figures: Record<string, Figures> = {}
try {
  for (const database of values.database) {
    const name = /^(sqlite|mysql|postgres)/.exec(database)?.[0] ?? database
    console.log(`\n${name}`)
    try {
      figures[name] = await measureOn(database, directory)
    } catch (error) {
      // The others are worth knowing all the same.
      console.log(`Not measured: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
    for (const file of readdirSync(directory)) rmSync(join(directory, file))
  }
  if (Object.keys(figures).length > 0) show(figures)
} finally {
  cleanUp()
}
