import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { parse } from 'csv-parse/sync'

async function openDesk(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-cli-'))
  t.after(() => rm(directory, { recursive: true }))
  const pointeuse = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
      encoding: 'utf8',
      env: { DATA_DIR: join(directory, 'data') },
    })
    return { status, stdout, stderr }
  }
  return { directory, pointeuse }
}

/** A database as the older program left it, with what goes wrong in such tables. */
function makeOlderDatabase(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`
    create table employee (id integer primary key, name varchar(100), embedding blob, photo_path varchar(255));
    create table attendance_record (id integer primary key, employee_id integer, timestamp datetime);
    insert into employee values (1, 'Amina', x'0102', 'uploads/1.jpg'), (2, 'Bilal', x'0304', null), (3, '', null, null);
    insert into attendance_record values
      (1, 1, '2024-03-30 22:00:00.123456'), (2, 1, '2024-03-31 06:00:00.000000'),
      (3, 1, '2024-03-31 06:00:20.000000'), (4, 2, '2024-04-02 08:00:00'), (5, 2, null),
      (6, 9, '2024-04-02 08:00:00');
  `)
  database.close()
}

test('the older program is taken over, its hours are right, and who must be enrolled again is listed', async (t) => {
  const { directory, pointeuse } = await openDesk(t)
  const older = join(directory, 'older.db')
  makeOlderDatabase(older)
  const before = await readFile(older)
  const url = `sqlite:${older}`

  const dry = pointeuse('import-older', url, '--zone', 'Europe/Paris', '--dry-run')
  assert.equal(dry.status, 0, dry.stderr)
  assert.match(dry.stdout, /nothing was written/)
  const taken = pointeuse('import-older', url, '--zone', 'Europe/Paris')
  assert.equal(taken.status, 0, taken.stderr)
  assert.deepEqual(taken.stdout.trim().split('\n'), [
    'attendance_record 5: timestamp is not a date and time',
    'employee 3: name is empty',
    'attendance_record 6: the employee of this record is not in the table of employees',
    'enrol again from photo: Amina (1)',
    'enrol again from camera: Bilal (2)',
    '2 employees, 0 known, 0 passed over; 4 records, 1 of them duplicates, 0 at a time that the clocks skipped or repeated; 3 rows refused',
    'taken over',
  ])
  assert.deepEqual(await readFile(older), before)

  const again = pointeuse('import-older', url, '--zone', 'Europe/Paris')
  assert.match(again.stdout, /0 employees, 2 known, 0 passed over; 0 records/)

  const month = ['--from', '2024-03-01', '--to', '2024-04-30']
  const days = pointeuse('export', 'days', ...month, '--language', 'en')
  const rows = parse(days.stdout, { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    rows.map((row) => [row['Employee'], row['Date'], row['Worked'], row['Remarks']]),
    [
      ['Amina', '2024-03-30', '7:00:00', ''],
      ['Bilal', '2024-04-02', '0:00:00', 'missing clock-out'],
    ],
  )
  const file = join(directory, 'records.xlsx')
  const written = pointeuse('export', 'records', ...month, '--format', 'xlsx', '--output', file)
  assert.equal(written.status, 0, written.stderr)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await readFile(file)).subarray(0, 2).toString(), 'PK')
})

test('arguments that cannot be used are named, with the usage', async (t) => {
  const { directory, pointeuse } = await openDesk(t)
  const older = join(directory, 'older.db')
  makeOlderDatabase(older)
  const wrong: [string[], RegExp][] = [
    [['export', 'everything'], /KIND must be one of records, days, weeks, months/],
    [['export', 'days', '--from', '2026-02-01', '--to', '2026-01-01'], /--to is before from/],
    [['export', 'days', '--from', 'x', '--to', 'y'], /--from is not a date[^]*--to is not a date/],
    [['export', 'days', '--from', '2026-02-30', '--to', '2026-03-01'], /--from is not a date/],
    [['export', 'days', '--nonsense'], /--nonsense/],
    [['import-older', `sqlite:${older}`], /--zone is missing/],
    [['import-older', `sqlite:${older}`, '--zone', 'Mars/Base'], /--zone is not a time zone/],
    [['import-employees'], /FILE is missing/],
  ]
  for (const [args, message] of wrong) {
    const { status, stderr } = pointeuse(...args)
    assert.equal(status, 2, `${args.join(' ')}: ${stderr}`)
    assert.match(stderr, message)
    assert.match(stderr, new RegExp(`pointeuse ${args[0]} `))
  }
  assert.equal(pointeuse('nonsense').status, 2)
  assert.equal(pointeuse('--help').status, 0)
})

test('a database that is not the older program is left alone', async (t) => {
  const { directory, pointeuse } = await openDesk(t)
  const path = join(directory, 'other.db')
  new DatabaseSync(path).exec('create table something (id integer)')
  const { status, stderr } = pointeuse('import-older', `sqlite:${path}`, '--zone', 'UTC')
  assert.equal(status, 1)
  assert.match(stderr, /has no table attendance_record/)
})

test('a file that is no table of employees is refused, naming what is wrong with it', async (t) => {
  const { directory, pointeuse } = await openDesk(t)
  const path = join(directory, 'employees.csv')
  const wrong: [text: string, message: RegExp][] = [
    ['name,'.repeat(30_000), /file: the first line has more than 50 columns/],
    ['prénom;site\nAmina;\n', /name: the first line has no column “name”/],
    ['name\n"Amina', /file: the file is not CSV/],
  ]
  for (const [text, message] of wrong) {
    await writeFile(path, text)
    const { status, stdout } = pointeuse('import-employees', path)
    assert.equal(status, 1)
    assert.match(stdout, message)
  }
  const missing = pointeuse('import-employees', join(directory, 'none.csv'))
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /ENOENT/)
  assert.match(
    pointeuse('zones').stdout,
    /^time zone data 20\d\d[a-z]+\nnow: 0 of 0 records read otherwise\n$/,
  )
})

test('employees are imported from a file, or every wrong row is said', async (t) => {
  const { directory, pointeuse } = await openDesk(t)
  const path = join(directory, 'employees.csv')
  await writeFile(path, 'nom;site\nAmina;\nBilal;Nulle part\n')
  const refused = pointeuse('import-employees', path)
  assert.equal(refused.status, 1)
  assert.match(
    refused.stdout,
    /row 3: refused site: there is no site of this name\nnothing was written/,
  )
  await writeFile(path, 'nom\nAmina\nBilal\n')
  assert.match(pointeuse('import-employees', path).stdout, /row 2: new\nrow 3: new\nimported/)
  assert.match(pointeuse('import-employees', path).stdout, /row 2: already-there/)
  const leave = join(directory, 'leave.csv')
  await writeFile(leave, 'nom;du;type;partie\nAmina;2026-03-02;maladie;matin\n')
  assert.match(pointeuse('import-leaves', leave).stdout, /row 2: new\nimported/)
})

test('a doctor tells a fresh installation what to do, and a set-up one that nothing is wrong', async (t) => {
  const { pointeuse, directory } = await openDesk(t)
  const fresh = pointeuse('doctor')
  assert.equal(fresh.status, 1)
  assert.match(fresh.stdout, /^WRONG set-up: .*pointeuse setup-link/m)
  assert.match(fresh.stdout, /^look {2}master key: /m)
  const password = join(directory, 'password')
  await writeFile(password, 'three lamps under a quiet river\n')
  const named = ['--name', 'Ada', '--country', 'other', '--password-file', password]
  assert.equal(pointeuse('setup', ...named).status, 0)
  const after = pointeuse('doctor', '--json')
  assert.equal(after.status, 0, after.stdout)
  const findings = JSON.parse(after.stdout) as { about: string; state: string }[]
  assert.deepEqual(
    findings.flatMap(({ about, state }) => (state === 'fine' ? [] : [about])),
    ['master key'],
  )
  assert.equal(pointeuse('doctor', '--aloud').status, 2)
})
