import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOf, dayOf } from '../../time/day.ts'
import { instantOfMicros, microsOf } from '../../time/instant.ts'
import { Temporal } from 'temporal-polyfill'
import { maxCsvBytes, maxCsvRows } from './csv-table.ts'
import { type KnownNames, readEmployeeCsv } from './employee-csv.ts'
import { type KnownEmployees, readLeaveCsv, settleLeaves } from './leave-csv.ts'
import { readTimestamp, takeEmployee, takeRecords } from './legacy.ts'

const known: KnownNames = {
  employees: [
    { name: 'Amina', number: '7', hasLeft: false },
    { name: 'Gone', number: '8', hasLeft: true },
  ],
  sites: new Map([['Fès', 'site-1']]),
  schedules: new Map([['Nuit', 'schedule-1']]),
}
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readEmployeeCsv(bytes(text), known)
const rowsOf = async (text: string) => {
  const report = await read(text)
  assert.equal(report.outcome, 'read', JSON.stringify(report))
  return report.outcome === 'read' ? report.rows : []
}
const problemOf = async (text: string) => {
  const report = await read(text)
  return report.outcome === 'unreadable' ? report.problem : undefined
}

test('employees are read with their site, schedule and first day', async () => {
  const [row] = await rowsOf(
    '\uFEFFNom;Site;Horaire;À partir du\r\n"Zoë; dite ""Z""";Fès;Nuit;2026-12-01\r\n',
  )
  assert.ok(row?.outcome === 'new')
  const { from, ...rest } = row.employee
  const placed = { siteId: 'site-1', scheduleId: 'schedule-1' }
  assert.deepEqual(rest, { name: 'Zoë; dite "Z"', number: null, ...placed })
  assert.equal(dateOf(from ?? 0), '2026-12-01')
})

test('two of one name are told apart by their numbers, and nobody gets a number that is taken', async () => {
  const rows = await rowsOf(
    [
      'Nom;Matricule',
      ...['Amina;7', 'Amina;9', 'Bilal;10', 'Bilal;11', 'Bilal;11', 'Chloé;7', 'Dina;8'],
      ...['Elsa;é', 'Farid;a-1', 'Gone;8', 'Gone;'],
    ].join('\n'),
  )
  assert.deepEqual(
    rows.map((row) => {
      if (row.outcome === 'refused') return row.problems.map(({ code }) => code).join()
      return row.outcome === 'new' ? row.employee.number : row.outcome
    }),
    [
      ...['already-there', 'another-number', '10', '11', 'same-number', 'same-number'],
      ...['number-taken', 'not-a-number', 'A-1', 'number-taken', null],
    ],
  )
})

test('headers are read in French, English and Arabic, with commas, semicolons or tabs', async () => {
  for (const text of ['name,x\nA,1', 'NOM;x\nA;1', 'Employé\tx\nA\t1', 'الاسم,x\nA,1']) {
    assert.equal((await rowsOf(text))[0]?.outcome, 'new', text)
  }
})

test('every row is reported by its number, with all that is wrong with it', async () => {
  const rows = await rowsOf(
    [
      'name,site,schedule,from',
      'Amina,,,',
      ',Rabat,Jour,hier',
      'Bilal,Fès,,',
      '',
      'Bilal,,Nuit,',
    ].join('\n'),
  )
  assert.deepEqual(
    rows.map((row) =>
      row.outcome === 'refused'
        ? [row.row, ...row.problems.map(({ code, field }) => `${code} ${field}`)]
        : [row.row, row.outcome],
    ),
    [
      [2, 'already-there'],
      [
        3,
        'missing-value name',
        'unknown-site site',
        'unknown-schedule schedule',
        'not-a-date from',
      ],
      [4, 'new'],
      [6, 'same-name name', 'missing-value site'],
    ],
  )
  const report = await read('name\nA\n\n')
  assert.equal(report.outcome === 'read' && report.isClean, true)
})

test('a missing header is named', async () => {
  assert.deepEqual((await problemOf('prenom,site\nA,B'))?.code, 'missing-header')
  assert.equal((await problemOf('prenom,site\nA,B'))?.field, 'name')
  assert.equal((await problemOf(''))?.code, 'missing-header')
  assert.equal((await problemOf('name,nom\nA,B'))?.code, 'repeated-header')
})

test('files that are too much, or no CSV, are refused as a whole', async () => {
  assert.equal((await problemOf(`${'name,'.repeat(30_000)}\nA`))?.code, 'too-many-columns')
  assert.equal((await problemOf('x'.repeat(maxCsvBytes + 1)))?.code, 'too-large')
  assert.equal((await problemOf(`name\n${'A\n'.repeat(maxCsvRows + 1)}`))?.code, 'too-many-rows')
  assert.equal((await problemOf(`name\n"${'x'.repeat(60_000)}"`))?.code, 'not-csv')
  assert.equal((await problemOf('name\n"never closed'))?.code, 'not-csv')
  assert.equal((await problemOf('name\r\n'))?.code, 'no-rows')
  const latin = await readEmployeeCsv(Uint8Array.of(0x6e, 0x6f, 0x6d, 0x0a, 0xe9), known)
  assert.equal(latin.outcome === 'unreadable' && latin.problem.code, 'not-utf-8')
})

test('no report quotes what the file holds', async () => {
  const secret = 'Secret Person'
  for (const text of [`${secret}\nA`, `name\n"${secret}`, `name,site\n${secret},${secret}`]) {
    const report = await read(text)
    const problems =
      report.outcome === 'unreadable'
        ? [report.problem]
        : report.rows.flatMap((row) => (row.outcome === 'refused' ? row.problems : []))
    assert.ok(problems.length > 0, text)
    assert.doesNotMatch(JSON.stringify(problems), /Secret/)
  }
})

const settings = {
  zoneId: 'Europe/Paris',
  debounceSeconds: 60,
  sessionLimit: () => 960,
  now: microsOf(Temporal.Instant.from('2026-11-23T12:00:00Z')),
}
const row = (id: number, timestamp: string | null) => ({ id, employeeId: 7, timestamp })

test('old records become arrivals and departures in their order, with their duplicates kept', () => {
  const taken = takeRecords(
    [
      row(4, '2026-11-20 17:00:00'),
      row(1, '2026-11-20 08:00:00.250000'),
      row(2, '2026-11-20 08:00:30'),
      row(5, '2026-11-23T08:00:00'),
      row(6, '2026-11-22 08:00:00'),
    ],
    settings,
  )
  assert.deepEqual(
    taken.map((each) =>
      each.outcome === 'taken'
        ? [each.value.legacyId, each.value.kind, each.value.duplicateOf]
        : each,
    ),
    [
      [1, 'in', null],
      [2, 'in', 1],
      [4, 'out', null],
      [6, 'in', null],
      [5, 'in', null],
    ],
  )
})

test('a naive timestamp is read in the stated zone, and one of a clock change is marked', () => {
  const at = (text: string) => {
    const time = readTimestamp(text, 'Europe/Paris')
    return time && [instantOfMicros(time.at).toString(), time.isAmbiguous]
  }
  assert.deepEqual(at('2026-11-20 08:00:00.123456'), ['2026-11-20T07:00:00.123456Z', false])
  assert.deepEqual(at('2026-10-25 02:30:00'), ['2026-10-25T00:30:00Z', true])
  assert.deepEqual(at('2026-03-29 02:30:00'), ['2026-03-29T01:30:00Z', true])
  assert.deepEqual(at('2026-11-20T08:00:00+00:00'), ['2026-11-20T08:00:00Z', false])
  assert.deepEqual(at('2026-11-20 08:00:00+00'), ['2026-11-20T08:00:00Z', false])
  for (const text of ['', 'yesterday', '2026-02-30 08:00:00', '2026-11-20', '20/11/2026 08:00']) {
    assert.equal(at(text), null, text)
  }
})

test('old rows without a time, or of the future, are refused by their id and lose no other row', () => {
  const taken = takeRecords(
    [row(1, null), row(2, '2026-11-20 08:00:00'), row(3, '2027-01-01 08:00:00')],
    settings,
  )
  assert.deepEqual(
    taken.map((each) =>
      each.outcome === 'taken' ? each.value.legacyId : each.refused.legacyId * -1,
    ),
    [2, -1, -3],
  )
})

test('an old employee is taken over and listed for enrolment, from the photo where there is one', async () => {
  const bare = { id: 7, name: ' Amina ', hasEmbedding: true, photoPath: null }
  assert.deepEqual(takeEmployee(bare), {
    outcome: 'taken',
    value: { legacyId: 7, name: 'Amina', enrolAgainFrom: 'camera' },
  })
  const kept = takeEmployee({ ...bare, photoPath: 'uploads/7.jpg' })
  assert.equal(kept.outcome === 'taken' && kept.value.enrolAgainFrom, 'photo')
  const nameless = takeEmployee({ ...bare, name: null })
  assert.equal(nameless.outcome === 'refused' && nameless.refused.problem.field, 'name')
})

const staff: KnownEmployees = new Map([
  ['Amina', ['a']],
  ['a', ['a']],
  ['Zoë', ['z1', 'z2']],
  ['z1', ['z1']],
])
const leaveRows = async (text: string) => {
  const rows = await readLeaveCsv(bytes(text), staff)
  assert.ok(!('outcome' in rows), JSON.stringify(rows))
  return rows
}

test('leave is read in the words of the exports and of people, by name or by id', async () => {
  const rows = await leaveRows(
    [
      'Employé;Du;Au;Type;Partie;Heure de début;Heure de fin',
      'Amina;2026-03-02;2026-03-06;Congés payés;;;',
      'z1;2026-03-02;;Maladie;Après-midi;;',
      'Amina;2026-03-09;;sans solde;;14:00;16:30',
    ].join('\n'),
  )
  const day = (date: string) => dayOf(date)
  assert.deepEqual(
    rows.map((row) => (row.outcome === 'read' ? row.leave : row.problems)),
    [
      { employeeId: 'a', from: day('2026-03-02'), to: day('2026-03-06'), kind: 'paid' },
      { employeeId: 'z1', from: day('2026-03-02'), to: day('2026-03-02'), kind: 'sick', part: 'afternoon' },
      { employeeId: 'a', from: day('2026-03-09'), to: day('2026-03-09'), kind: 'unpaid', part: { start: 840, end: 990 } },
    ],
  ) // prettier-ignore
})

test('every row of leave is reported by its number, with all that is wrong with it', async () => {
  const rows = await leaveRows(
    [
      'employee,from,to,kind,part,start,end',
      ',2026-03-02,,paid,,,',
      'Zoë,2026-03-02,2026-03-01,holiday,,,',
      'Bilal,2026-02-30,,paid,evening,,',
      'Amina,2026-03-02,,paid,hours,9:00,',
    ].join('\n'),
  )
  assert.deepEqual(
    rows.map((row) => [
      row.row,
      ...(row.outcome === 'refused'
        ? row.problems.map(({ code, field }) => `${code} ${field}`)
        : []),
    ]),
    [
      [2, 'missing-value employee'],
      [3, 'same-name employee', 'out-of-range kind', 'range-reversed to'],
      [4, 'unknown-employee employee', 'out-of-range part'],
      [5, 'not-a-time start', 'missing-value end'],
    ],
  )
})

test('rows of leave that are there are passed over, those that overlap are refused, also among themselves', async () => {
  const rows = await leaveRows(
    [
      'employee,from,to,kind',
      'Amina,2026-03-02,2026-03-06,paid',
      'Amina,2026-03-09,,sick',
      'Amina,2026-03-09,2026-03-10,paid',
      'Amina,2026-03-06,2026-03-07,paid',
    ].join('\n'),
  )
  const [first] = rows
  assert.ok(first?.outcome === 'read')
  const report = settleLeaves(rows, [{ ...first.leave, id: 'there' }])
  assert.ok(report.outcome === 'read' && !report.isClean)
  assert.deepEqual(
    report.rows.map(({ outcome }) => outcome),
    ['already-there', 'new', 'refused', 'refused'],
  )
})
