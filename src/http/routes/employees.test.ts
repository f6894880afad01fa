import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'

const json = { 'content-type': 'application/json' }
const nobody = '01a2073a-feb4-75e0-a5b4-613945936dda'

test('employees are listed in pages, oldest first', async (t) => {
  const house = await openHouse(t)
  for (const name of ['Ana', 'Bo', 'Cy']) await house.enrol(name)
  const first = await house.ask('/employees?limit=2')
  const second = await house.ask(`/employees?limit=2&after=${first.body.next}`)
  const names = [...first.body.employees, ...second.body.employees].map(({ name }) => name)
  assert.deepEqual(names, ['Ana', 'Bo', 'Cy'])
  assert.equal(second.body.next, null)
})

test('an employee is shown, renamed and shown again', async (t) => {
  const house = await openHouse(t)
  const id = await house.enrol('Ana')
  const shown = {
    id,
    name: 'Ana',
    number: '1',
    templates: 1,
    strength: 'weak',
    coverage: { front: true, left: false, right: false },
    createdAt: '2026-03-02T08:00:00Z',
    firstDay: null,
    lastDay: null,
  }
  assert.deepEqual((await house.ask(`/employees/${id}`)).body, shown)
  const body = JSON.stringify({ name: '  Ana  Durand ' })
  const renamed = await house.ask(`/employees/${id}`, { method: 'PATCH', headers: json, body })
  assert.deepEqual([renamed.status, renamed.body], [200, { ...shown, name: 'Ana Durand' }])
  assert.equal((await house.ask(`/employees/${id}`)).body.name, 'Ana Durand')
})

test('a number is changed to one that is free and can be typed, and to no other', async (t) => {
  const house = await openHouse(t)
  const id = await house.enrol('Ana')
  await house.enrol('Bo')
  const change = async (number: string) => {
    const body = JSON.stringify({ number })
    const answer = await house.ask(`/employees/${id}`, { method: 'PATCH', headers: json, body })
    return [answer.status, answer.body.number ?? answer.body.code]
  }
  assert.deepEqual(await change(' fr-00٧ '), [200, 'FR-007'])
  assert.deepEqual(await change('2'), [409, 'number-taken'])
  assert.deepEqual(await change("1' or '1'='1"), [422, 'invalid-number'])
  assert.equal((await house.ask(`/employees/${id}`)).body.number, 'FR-007')
})

test('a change that is not a name is refused', async (t) => {
  const house = await openHouse(t)
  const id = await house.enrol('Ana')
  const bodies = [
    ['{"name":5}', 400, 'invalid-request'],
    ['{"name":"Bo","templates":9}', 400, 'invalid-request'],
    ['{}', 400, 'invalid-request'],
    ['', 400, 'malformed-body'],
    ['{"name":', 400, 'malformed-body'],
    ['{"name":""}', 422, 'invalid-name'],
    [`{"name":"${'x'.repeat(70_000)}"}`, 413, 'request-too-large'],
  ] as const
  for (const [body, status, code] of bodies) {
    const answer = await house.ask(`/employees/${id}`, { method: 'PATCH', headers: json, body })
    assert.deepEqual([answer.status, answer.body.code], [status, code], body.slice(0, 40))
  }
  assert.equal((await house.ask(`/employees/${id}`)).body.name, 'Ana')
})

test('somebody who is not there is not found, renamed or forgotten', async (t) => {
  const house = await openHouse(t)
  const body = '{"name":"Ana"}'
  for (const init of [{}, { method: 'PATCH', headers: json, body }, { method: 'DELETE' }]) {
    const answer = await house.ask(`/employees/${nobody}`, init)
    assert.deepEqual([answer.status, answer.body.code], [404, 'no-such-employee'])
  }
})

test('a forgotten employee is gone, and the records are kept unless they are to be erased', async (t) => {
  const house = await openHouse(t)
  for (const [query, left] of [
    ['', 1],
    ['?records=keep', 2],
    ['?records=erase', 2],
  ] as const) {
    const id = await house.enrol('Ana')
    const record = { id: house.newId(), employeeId: id, kind: 'in', at: house.clock.now() } as const
    await house.store.records.append(id, () => record)
    assert.equal((await house.ask(`/employees/${id}${query}`, { method: 'DELETE' })).status, 204)
    assert.equal((await house.ask(`/employees/${id}`)).status, 404)
    assert.equal((await house.ask('/attendance')).body.records.length, left, query)
  }
  const id = await house.enrol('Bo')
  const wrong = await house.ask(`/employees/${id}?records=burn`, { method: 'DELETE' })
  assert.deepEqual([wrong.status, wrong.body.code], [400, 'invalid-request'])
})
