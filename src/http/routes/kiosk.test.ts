import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openHouse, type House } from '../../../test/house.ts'
import { callerAs, formOf, pairedKiosk } from '../../../test/kiosk-caller.ts'
import { get } from '../../../test/office.ts'

const heartbeat = { version: '1.0.0', camera: 'live' }

async function openDoorway(t: TestContext) {
  const house = await openHouse(t)
  const siteId = house.newId()
  await house.store.sites.add(
    { id: siteId, name: 'Fès', zone: 'Africa/Casablanca', calendar: null },
    0,
  )
  return { house, siteId, kiosk: await pairedKiosk(house, siteId) }
}

const outcome = ({ status, body }: { status: number; body: unknown }) => [
  status,
  get(body, 'code') ?? get(body, 'outcome'),
]

/** An employee with a PIN; gives what they type. */
async function withPin({ store, newId, clock, door }: House, number = '7') {
  const id = newId()
  await store.employees.create({ id, name: 'Ana', number, createdAt: clock.now() }, [])
  return { id, number, pin: (await door.pins.reset(id)) ?? '' }
}

test('a kiosk learns what it is, and the office sees how it is', async (t) => {
  const { house, siteId, kiosk } = await openDoorway(t)
  const answer = await kiosk.send('POST', '/kiosk/heartbeat', heartbeat)
  const site = { id: siteId, name: 'Fès', zone: 'Africa/Casablanca' }
  assert.deepEqual(answer.body, { id: kiosk.id, name: 'Entrance', site, mode: 'face-or-pin' })
  assert.match(answer.headers.get('kiosk-nonce') ?? '', /^[\w-]{46}$/)
  const { body } = await house.ask('/kiosks')
  const seen = { at: '2026-03-02T08:00:00Z', ...heartbeat }
  assert.deepEqual(get(body, 'kiosks.0.seen'), seen)
  assert.deepEqual([get(body, 'kiosks.0.state'), get(body, 'kiosks.0.codeUntil')], ['paired', null])
})

test('a request that is sent again is refused with 409, and so is a nonce used twice', async (t) => {
  const { house, kiosk } = await openDoorway(t)
  const body = JSON.stringify(heartbeat)
  const nonce = await house.door.kiosks.nonce()
  const headers = {
    'content-type': 'application/json',
    ...(await kiosk.sign('POST', '/kiosk/heartbeat', body, nonce)),
  }
  const send = (init: object) =>
    house.ask('/kiosk/heartbeat', { method: 'POST', headers, body, ...init })
  assert.equal((await send({})).status, 200)
  assert.deepEqual(outcome(await send({})), [409, 'request-replayed'])
  const other = await kiosk.sign('POST', '/kiosk/contest', '{}', nonce)
  const again = await house.ask('/kiosk/contest', { method: 'POST', headers: other, body: '{}' })
  assert.deepEqual(outcome(again), [409, 'request-replayed'])
})

test('no body passes but the one that was signed, nor another kiosk’s signature', async (t) => {
  const { house, siteId, kiosk } = await openDoorway(t)
  const back = await pairedKiosk(house, siteId, 'Back door')
  const body = JSON.stringify(heartbeat)
  const path = '/kiosk/heartbeat'
  const send = async (signed: Readonly<Record<string, string>>, sent = body) =>
    outcome(
      await house.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body: sent,
      }),
    )
  const refused = [401, 'not-a-kiosk']
  assert.deepEqual(
    await send(await kiosk.sign('POST', path, body), body.replace('1.0.0', '6.6.6')),
    refused,
  )
  assert.deepEqual(
    await send(await callerAs(house, kiosk.id, back.device).sign('POST', path, body)),
    refused,
  )
  assert.deepEqual(await send(await kiosk.sign('POST', '/kiosk/contest', body)), refused)
  assert.deepEqual(await send({ 'signature-input': 'kiosk=()', signature: 'x' }), refused)
  assert.deepEqual(await send(await kiosk.sign('POST', path, body)), [200, undefined])
  const old = await house.door.kiosks.nonce()
  house.clock.forward(121)
  assert.deepEqual(await send(await kiosk.sign('POST', path, body, old)), [401, 'stale-nonce'])
})

test('a kiosk that was revoked is nobody at its next request', async (t) => {
  const { house, kiosk } = await openDoorway(t)
  assert.equal((await house.ask(`/kiosks/${kiosk.id}`, { method: 'DELETE' })).status, 204)
  const answer = await kiosk.send('POST', '/kiosk/heartbeat', heartbeat)
  assert.deepEqual(outcome(answer), [401, 'not-a-kiosk'])
  const again = await house.ask(`/kiosks/${kiosk.id}`, { method: 'DELETE' })
  assert.deepEqual(outcome(again), [404, 'no-such-kiosk'])
  const { body } = await house.ask('/kiosks')
  assert.equal(get(body, 'kiosks.0.state'), 'revoked')
})

test('the office makes a kiosk and its code, names it anew, and makes another code', async (t) => {
  const { house, siteId } = await openDoorway(t)
  const send = (method: string, path: string, body?: object) =>
    house.ask(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  const made = await send('POST', '/kiosks', { name: 'Gate', siteId })
  assert.equal(made.status, 201)
  assert.match(String(get(made.body, 'code')), /^[0-9A-Z]{8}$/)
  assert.equal(get(made.body, 'codeUntil'), '2026-03-02T08:10:00Z')
  const path = `/kiosks/${String(get(made.body, 'kiosk.id'))}`
  assert.equal(get((await send('PATCH', path, { name: ' Main  gate ' })).body, 'name'), 'Main gate')
  const again = await send('POST', `${path}/code`)
  assert.notEqual(get(again.body, 'code'), get(made.body, 'code'))
  const nowhere = await send('POST', '/kiosks', { name: 'Gate', siteId: house.newId() })
  assert.deepEqual(outcome(nowhere), [404, 'no-such-site'])
  const wrong = await send('POST', '/kiosk/pairing', { code: '00000000', key: 'AAAA' })
  assert.deepEqual(outcome(wrong), [422, 'invalid-value'])
})

test('a number and PIN clock in at the kiosk, at its site, without any face', async (t) => {
  const { house, siteId, kiosk } = await openDoorway(t)
  const { id, number, pin } = await withPin(house)
  const key = { 'idempotency-key': 'once' }
  const first = await kiosk.send('POST', '/clock_in', formOf({ number, pin }), key)
  assert.deepEqual(outcome(first), [201, 'recorded'])
  const again = await kiosk.send('POST', '/clock_in', formOf({ number, pin }), key)
  assert.deepEqual(again.body, first.body)
  const record = await house.store.records.find(String(get(first.body, 'record.id')))
  assert.deepEqual(
    [record?.employeeId, record?.siteId, record?.origin],
    [id, siteId, { way: 'pin', kioskId: kiosk.id }],
  )
  const wrong = pin === '24681357' ? '24681358' : '24681357'
  for (const fields of [
    { number, pin: wrong },
    { number: '99', pin },
    { number, pin: '0000' },
  ]) {
    const answer = await kiosk.send('POST', '/clock_in', formOf(fields))
    assert.deepEqual(outcome(answer), [422, 'wrong-pin'])
  }
  for (let i = 0; i < 8; i++)
    await kiosk.send('POST', '/clock_in', formOf({ number: 'x', pin: wrong }))
  const paused = await kiosk.send('POST', '/clock_in', formOf({ number, pin }))
  assert.deepEqual(outcome(paused), [429, 'too-many-attempts'])
  assert.equal(paused.headers.get('retry-after'), '300')
})

test('a badge clocks in, until it is revoked or its owner leaves', async (t) => {
  const { house, kiosk } = await openDoorway(t)
  const { id } = await withPin(house)
  const [badge] = await house.door.badges.issue([id])
  const clockIn = () => kiosk.send('POST', '/clock_in', formOf({ badge: badge?.text ?? '' }))
  assert.deepEqual(outcome(await clockIn()), [201, 'recorded'])
  assert.equal((await house.ask(`/employees/${id}/badge`, { method: 'DELETE' })).status, 204)
  assert.deepEqual(outcome(await clockIn()), [422, 'unknown-badge'])
  for (const text of ["' or 1=1 --", '=cmd()', 'B'.repeat(40)]) {
    const answer = await kiosk.send('POST', '/clock_in', formOf({ badge: text }))
    assert.deepEqual(outcome(answer), [422, 'unknown-badge'])
  }
})

test('a form that is not the one that was signed clocks nobody in', async (t) => {
  const { house, kiosk } = await openDoorway(t)
  const { number, pin } = await withPin(house)
  const signed = await kiosk.sign('POST', '/clock_in', new Uint8Array())
  const answer = await kiosk.send('POST', '/clock_in', formOf({ number, pin }), signed)
  assert.deepEqual(outcome(answer), [401, 'not-a-kiosk'])
  assert.deepEqual(await house.store.records.list({ limit: 1 }), [])
})

test('what does not go together is named, and nothing is tried', async (t) => {
  const { house, kiosk } = await openDoorway(t)
  const { number, pin } = await withPin(house)
  const clockIn = async (fields: Record<string, string>) =>
    outcome(await kiosk.send('POST', '/clock_in', formOf(fields)))
  assert.deepEqual(await clockIn({ number }), [400, 'invalid-request'])
  assert.deepEqual(await clockIn({ number, pin, badge: 'B'.repeat(40) }), [400, 'invalid-request'])
  assert.deepEqual(await clockIn({ kind: 'in' }), [400, 'missing-photo'])
  assert.deepEqual(await clockIn({ number, pin, site: house.newId() }), [404, 'no-such-site'])
  assert.deepEqual(await clockIn({ number, pin, kind: 'lunch' }), [400, 'invalid-request'])
})

test('a site says how people clock in there, and a PIN is always enough', async (t) => {
  const { house, siteId, kiosk } = await openDoorway(t)
  const enrolled = await house.enrol('Bo')
  const { id, number, pin } = await withPin(house)
  const [badge, own] = await house.door.badges.issue([enrolled, id])
  const change = (mode: string) =>
    house.ask(`/sites/${siteId}/mode`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode }),
    })
  const clockIn = async (fields: Record<string, string | Uint8Array>) => {
    house.clock.forward(61)
    return outcome(await kiosk.send('POST', '/clock_in', formOf(fields)))
  }
  const photo = new Uint8Array([1])
  assert.equal((await change('no-face')).status, 200)
  assert.deepEqual(await clockIn({ photo }), [422, 'way-not-taken'])
  assert.deepEqual(await clockIn({ badge: badge?.text ?? '' }), [201, 'recorded'])
  assert.deepEqual(await clockIn({ number, pin }), [201, 'recorded'])
  await change('badge-and-face')
  assert.deepEqual(await clockIn({ photo }), [422, 'way-not-taken'])
  assert.deepEqual(await clockIn({ badge: badge?.text ?? '' }), [422, 'face-needed'])
  assert.deepEqual(await clockIn({ badge: own?.text ?? '' }), [201, 'recorded'])
  assert.deepEqual(await clockIn({ number, pin }), [201, 'recorded'])
  assert.deepEqual(outcome(await change('any')), [400, 'invalid-request'])
  const { body } = await house.ask(`/sites/${siteId}/mode`)
  assert.deepEqual(body, { mode: 'badge-and-face' })
})

test('whoever it was not says so within a minute, and the record counts no more', async (t) => {
  const { house, siteId, kiosk } = await openDoorway(t)
  const other = await pairedKiosk(house, siteId, 'Back door')
  const employeeId = await house.enrol('Bo')
  const record = async (way: 'face' | 'pin') => {
    const id = house.newId()
    const origin = { way, kioskId: kiosk.id }
    const made = { id, employeeId, kind: 'in', at: house.clock.now(), siteId, origin } as const
    await house.store.records.append(employeeId, () => made)
    return id
  }
  const contest = async (recordId: string, by = kiosk) =>
    outcome(await by.send('POST', '/kiosk/contest', { recordId }))

  const recordId = await record('face')
  assert.deepEqual(await contest(recordId, other), [422, 'no-such-record'])
  assert.deepEqual(await contest(recordId), [200, 'voided'])
  assert.deepEqual(await contest(recordId), [422, 'no-such-record'])
  const { body } = await house.ask('/corrections')
  assert.deepEqual(
    ['action', 'recordId', 'reason', 'by', 'decision.outcome'].map((path) =>
      get(body, `corrections.0.${path}`),
    ),
    ['void', recordId, 'Not me, said at the kiosk', 'Entrance', 'not-needed'],
  )
  // They come themselves a moment later: it is their first record, and they are not sent home by it.
  const [badge] = await house.door.badges.issue([employeeId])
  const own = await kiosk.send('POST', '/clock_in', formOf({ badge: badge?.text ?? '' }))
  assert.deepEqual([...outcome(own), get(own.body, 'record.kind')], [201, 'recorded', 'in'])
  assert.deepEqual(await contest(String(get(own.body, 'record.id'))), [422, 'no-such-record'])

  const late = await record('face')
  house.clock.forward(61)
  assert.deepEqual(await contest(late), [422, 'too-late'])
  assert.deepEqual(await contest(house.newId()), [422, 'no-such-record'])
})

test('PINs and badges are made, shown as there, and taken away', async (t) => {
  const { house } = await openDoorway(t)
  const id = await house.enrol('Bo')
  const path = `/employees/${id}`
  const standing = async () => {
    const { body } = await house.ask(`${path}/credentials`)
    return [get(body, 'pin.state'), get(body, 'badge.madeAt')]
  }
  assert.deepEqual(await standing(), ['none', null])
  const made = await house.ask(`${path}/pin`, { method: 'POST' })
  assert.match(String(get(made.body, 'pin')), /^\d{8}$/)
  const sheet = await house.fetch(`${path}/badge`, { method: 'POST' })
  assert.deepEqual([sheet.status, sheet.headers.get('content-type')], [201, 'application/pdf'])
  assert.equal(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  assert.deepEqual(await standing(), ['set', '2026-03-02T08:00:00Z'])
  assert.equal((await house.ask(`${path}/pin`, { method: 'DELETE' })).status, 204)
  assert.deepEqual(await standing(), ['none', '2026-03-02T08:00:00Z'])
  const nobody = await house.ask(`/employees/${house.newId()}/pin`, { method: 'POST' })
  assert.deepEqual(outcome(nobody), [404, 'no-such-employee'])
})
