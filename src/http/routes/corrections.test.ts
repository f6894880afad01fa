import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { type As, asKey, asOperator } from '../../../test/callers.ts'
import { call, each, get, idOf, openOffice } from '../../../test/office.ts'

/** A house on the day after Monday, 2 March 2026, in which somebody was clocked in at nine and never out. */
async function openOpenDay(t: TestContext, more: Parameters<typeof openOffice>[1] = {}) {
  const place = await openOffice(t, more)
  const { house, employeeId } = place
  const recordId = await place.record('2026-03-02T08:00:00Z', 'in')
  house.clock.forward(86_400)
  const told = { employeeId, reason: 'Oubli' }
  const out = { ...told, action: 'add', kind: 'out', at: '2026-03-02T17:00' }
  const omar = await asOperator(house, 'manager', 'all', 'Omar')
  const post = (path: string, as: As, body: object) => {
    const headers = { ...as, 'content-type': 'application/json' }
    return house.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  /** As the admin, unless it says of whom. */
  const ask = (body: object, as: As = {}) => post('/corrections', as, body)
  const decide = (id: unknown, as: As = omar, outcome = 'approved') =>
    post(`/corrections/${String(id)}/decision`, as, { outcome })
  const monday = async () => {
    const path = '/timesheets?from=2026-03-02&to=2026-03-02'
    return get((await call(house, 'GET', path)).body, 'timesheets.0')
  }
  const marks = async () => each(await monday(), 'days.0.marks', 'code')
  const worked = async () => Number(get(await monday(), 'total.worked')) / 3600
  return { ...place, recordId, told, out, omar, post, ask, decide, marks, worked }
}

const codeOf = ({ body }: { body: unknown }) => get(body, 'code')

test('nobody approves what they asked for or what is about them, whatever their name is by then', async (t) => {
  const { house, out, ask, decide, worked } = await openOpenDay(t)
  const nadia = await asOperator(house, 'manager', 'all', 'Nadia')
  const renamed = (name: string) => call(house, 'PATCH', `/operators/${nadia.id}`, { name })
  const asked = idOf(await ask(out, nadia))
  for (const name of ['Nadia', 'Nadiaa', 'Camille']) {
    assert.equal((await renamed(name)).status, 200)
    const { status, body } = await decide(asked, nadia)
    assert.deepEqual([status, codeOf({ body }), get(body, 'field')], [422, 'own-correction', 'outcome'], name) // prettier-ignore
  }
  const amina = await asOperator(house, 'manager', 'all', ' AMINA ')
  assert.equal(codeOf(await decide(asked, amina)), 'own-correction')
  assert.equal(await worked(), 0)
  const decided = await decide(asked)
  assert.deepEqual([get(decided.body, 'by'), get(decided.body, 'decision.by')], ['Nadia', 'Omar'])
  assert.equal(await worked(), 8)
  const own = idOf(await ask({ ...out, at: '2026-03-02T18:00' }, nadia))
  assert.equal(get((await decide(own, nadia, 'rejected')).body, 'decision.outcome'), 'rejected')
})

test('two operators of one name are two', async (t) => {
  const { house, out, ask, decide, worked } = await openOpenDay(t)
  const nadia = await asOperator(house, 'manager', 'all', 'Nadia')
  const asked = idOf(await ask(out, nadia))
  assert.equal((await call(house, 'DELETE', `/operators/${nadia.id}`)).status, 204)
  const other = await asOperator(house, 'manager', 'all', 'Nadia')
  assert.equal((await decide(asked, other)).status, 200)
  assert.equal(await worked(), 8)
})

test('what was asked under a name alone is not approved by an operator of that name', async (t) => {
  const { house, employeeId, decide } = await openOpenDay(t)
  const id = house.newId()
  const told = { id, employeeId, reason: 'Oubli', by: 'Nadia', writtenAt: 0 }
  const becomes = { kind: 'in', at: 0, siteId: null } as const
  await house.store.corrections.add({ ...told, action: 'add', becomes })
  const nadia = await asOperator(house, 'manager', 'all', 'nadia')
  assert.equal(codeOf(await decide(id, nadia)), 'own-correction')
  assert.equal((await decide(id)).status, 200)
})

test('nobody says under which name they ask or decide', async (t) => {
  const { house, out, omar, post, ask } = await openOpenDay(t)
  assert.equal((await ask({ ...out, by: 'Camille' })).status, 400)
  const asked = await ask(out)
  assert.equal(get(asked.body, 'by'), 'Ada Admin')
  const path = `/corrections/${idOf(asked)}/decision`
  assert.equal((await post(path, omar, { outcome: 'approved', by: 'Camille' })).status, 400)
  const key = await asKey(house, ['enrol', 'clock', 'read'])
  for (const answer of [await ask(out, key), await post(path, key, { outcome: 'approved' })])
    assert.equal(answer.status, 403)
})

test('a correction that waits is shown on its day, and counts for nothing', async (t) => {
  const { house, out, omar, ask, decide, marks, worked, siteId } = await openOpenDay(t)
  const asked = idOf(await ask(out))
  assert.deepEqual(await marks(), ['missing-out', 'correction-pending'])
  assert.equal(await worked(), 0)
  const path = `/timesheets/to-correct?from=2026-03-01&to=2026-03-31&site=${siteId}`
  const { body } = await call(house, 'GET', path)
  assert.deepEqual(each(body, 'days', 'employee.name', 'day.date', 'day.marks.0.at'), [
    ['Amina', '2026-03-02', '2026-03-02T08:00:00Z'],
  ])
  assert.equal(get(body, 'days.0.day.marks.1.correctionId'), asked)
  await decide(asked, omar, 'rejected')
  assert.deepEqual(await marks(), ['missing-out'])
  await decide(idOf(await ask(out)))
  assert.deepEqual(await marks(), ['corrected'])
  assert.deepEqual(each((await call(house, 'GET', path)).body, 'days', 'day.date'), [])
})

test('a change is changed again, an added record is voided, and what was is beside each', async (t) => {
  const { out, ask, decide, told, worked } = await openOpenDay(t)
  const added = idOf(await ask(out))
  await decide(added)
  const change = { ...told, action: 'change', recordId: added }
  const first = await ask({ ...change, at: '2026-03-02T16:00' })
  await decide(idOf(first))
  assert.equal(await worked(), 7)
  const second = await ask({ ...change, at: '2026-03-02T15:00' })
  assert.deepEqual(
    [get(second.body, 'was.at'), get(second.body, 'becomes.at')],
    ['2026-03-02T15:00:00Z', '2026-03-02T14:00:00Z'],
  )
  await decide(idOf(second))
  assert.equal(await worked(), 6)
  await decide(idOf(await ask({ ...told, action: 'void', recordId: added })))
  assert.equal(await worked(), 0)
  assert.equal(codeOf(await ask({ ...change, at: '2026-03-02T17:00' })), 'record-void')
})

test('of two corrections of one record the first approved counts, and the other is out of date', async (t) => {
  const { omar, ask, decide, told, recordId } = await openOpenDay(t)
  const change = { ...told, action: 'change', recordId }
  const [one, two] = [
    idOf(await ask({ ...change, at: '2026-03-02T08:30' })),
    idOf(await ask({ ...change, at: '2026-03-02T08:45' })),
  ]
  const both = await Promise.all([decide(one), decide(two)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 422])
  assert.equal(
    codeOf(both.find(({ status }) => status === 422) ?? { body: null }),
    'record-changed',
  )
  const voiding = idOf(await ask({ ...told, action: 'void', recordId }))
  await decide(voiding)
  const late = both[0].status === 200 ? two : one
  assert.equal(codeOf(await decide(late)), 'record-void')
  assert.equal((await decide(late, omar, 'rejected')).status, 200)
})

test('a correction does not put a record where another one is', async (t) => {
  const { ask, decide, told, recordId, out } = await openOpenDay(t)
  const there = { ...told, action: 'add', kind: 'in', at: '2026-03-02T09:00' }
  assert.equal(codeOf(await ask(there)), 'records-overlap')
  assert.equal(codeOf(await ask({ ...there, kind: 'break-start' })), 'records-overlap')
  assert.equal((await ask({ ...there, kind: 'break-start', at: '2026-03-02T09:01' })).status, 201)
  const change = { ...told, action: 'change', recordId }
  assert.equal(codeOf(await ask(change)), 'invalid-value')
  const twice = [idOf(await ask(out)), idOf(await ask(out))]
  assert.equal((await decide(twice[0])).status, 200)
  assert.equal(codeOf(await decide(twice[1])), 'records-overlap')
})

test('out and in at the same second can both be added, and are one presence of two records', async (t) => {
  const { ask, decide, told, out, worked, marks } = await openOpenDay(t)
  for (const kind of ['in', 'out']) {
    const asked = await ask({ ...told, action: 'add', kind, at: '2026-03-02T12:00' })
    assert.equal(asked.status, 201, JSON.stringify(asked.body))
    assert.equal((await decide(idOf(asked))).status, 200)
  }
  await decide(idOf(await ask(out)))
  assert.equal(await worked(), 8)
  assert.deepEqual(new Set(await marks()), new Set(['corrected']))
})

test('a correction says why, and its record is the employee’s', async (t) => {
  const { house, ask, out, told, recordId } = await openOpenDay(t)
  for (const reason of ['', '   ']) {
    const { status, body } = await ask({ ...out, reason })
    assert.ok(status === 400 || status === 422)
    assert.match(String(get(body, 'field')), /reason/)
  }
  const { reason: _, ...silent } = out
  assert.equal((await ask(silent)).status, 400)
  const other = await house.enrol('Bilal')
  const void_ = { ...told, employeeId: other, action: 'void', recordId }
  assert.equal(codeOf(await ask(void_)), 'no-such-record')
})

test('who was forgotten with their records kept is still corrected, and not otherwise', async (t) => {
  const { house, employeeId, out, ask, decide, worked } = await openOpenDay(t)
  const erased = await house.enrol('Bilal')
  await call(house, 'DELETE', `/employees/${erased}?records=erase`)
  assert.equal(codeOf(await ask({ ...out, employeeId: erased })), 'no-such-employee')
  await call(house, 'DELETE', `/employees/${employeeId}?records=keep`)
  const asked = await ask(out)
  assert.equal(asked.status, 201, JSON.stringify(asked.body))
  assert.equal(get(asked.body, 'employee.name'), 'Amina')
  await decide(idOf(asked))
  assert.equal(await worked(), 8)
})

test('where the settings ask for no approval, a correction counts at once, and says so', async (t) => {
  const { house, out, ask, decide, worked } = await openOpenDay(t, {
    correctionsNeedApproval: false,
  })
  const asked = await ask(out)
  assert.deepEqual(
    [get(asked.body, 'decision.outcome'), get(asked.body, 'decision.by')],
    ['not-needed', 'Ada Admin'],
  )
  assert.equal(await worked(), 8)
  assert.equal(codeOf(await decide(idOf(asked))), 'already-decided')
  const listed = await call(house, 'GET', '/corrections?state=approved')
  assert.deepEqual(each(listed.body, 'corrections', 'employee.name'), ['Amina'])
  assert.deepEqual(
    each((await call(house, 'GET', '/corrections?state=open')).body, 'corrections', 'id'),
    [],
  )
})

test('corrections are exported with what was recorded beside what it became', async (t) => {
  const { house, recordId, told, out, omar, ask, decide } = await openOpenDay(t)
  await decide(idOf(await ask({ ...told, action: 'change', recordId, at: '2026-03-02T08:30' })))
  await ask({ ...told, action: 'change', recordId, at: '2026-03-02T08:45', reason: '=cmd' })
  await decide(idOf(await ask(out)), omar, 'rejected')
  const range = 'from=2026-03-01&to=2026-03-31&language=en'
  const csv = await (await house.fetch(`/exports/corrections.csv?${range}`)).text()
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    rows.map((row) =>
      ['Employee', 'Action', 'State', 'Recorded instant (UTC)', 'Time before', 'Time after', 'Reason', 'Decided by'].map((name) => row[name]),
    ),
    [
      ['Amina', 'Change', 'Approved', '2026-03-02T08:00:00Z', '09:00', '08:30', 'Oubli', 'Omar'],
      ['Amina', 'Change', 'Pending', '2026-03-02T08:00:00Z', '08:30', '08:45', "'=cmd", ''],
      ['Amina', 'Add', 'Rejected', '', '', '17:00', 'Oubli', 'Omar'],
    ],
  ) // prettier-ignore
  const json = await house.fetch(`/exports/corrections.json?${range}`)
  assert.equal(((await json.json()) as unknown[]).length, 3)
  const xlsx = await house.fetch(`/exports/corrections.xlsx?${range}`)
  const [sheet] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()))
  assert.equal(sheet?.data.length, 4)
  const before = range.replace('2026-03-31', '2026-03-01')
  const none = await house.fetch(`/exports/corrections.json?${before}`)
  assert.deepEqual(await none.json(), [])
})
