import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { FaceEngine } from '../src/face/index.ts'
import { openHouse, realEngine, type House } from './house.ts'
import { oddPhotos } from './odd-photos.ts'
import { portrait } from './portraits.ts'

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

/** The server lives, answers, and nothing was written. */
async function isUntouched(house: House): Promise<void> {
  assert.equal((await house.ask('/ready')).status, 200)
  assert.deepEqual((await house.ask('/employees')).body.employees, [])
  assert.deepEqual(await house.store.templates.page(engine.model), [])
}

test('a file that is no photo is refused with its reason', async (t) => {
  const house = await openHouse(t, engine)
  for (const { name, bytes, status, reason } of await oddPhotos()) {
    const clockIn = await house.post('/clock_in', [['photo', bytes]])
    const { code } = clockIn.body
    assert.deepEqual(
      [clockIn.status, code, clockIn.body.reason],
      [status, 'unreadable-photo', reason],
      name,
    )
    const type = clockIn.headers.get('content-type')
    assert.match(type ?? '', /^application\/problem\+json/)
    const register = await house.post('/register', [
      ['name', 'Ana'],
      ['photo', bytes],
    ])
    assert.deepEqual([register.status, register.body.code], [422, 'no-photo-accepted'], name)
    assert.deepEqual(register.body.photos, [{ index: 0, outcome: 'unreadable', reason }], name)
  }
  await isUntouched(house)
})

test('a photo with something else behind it is a photo', async (t) => {
  const house = await openHouse(t, engine)
  const zip = Buffer.from('PK\x03\x04<script>alert(1)</script>', 'latin1')
  const bytes = Buffer.concat([await portrait('ana'), zip])
  const { status } = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', bytes],
  ])
  assert.equal(status, 201)
})

test('a name that cannot be used is refused with its reason', async (t) => {
  const house = await openHouse(t, engine)
  const photo = await portrait('ana')
  const names = {
    '': 'empty',
    '   ': 'empty',
    ['x'.repeat(10_000)]: 'too-long',
    ['x'.repeat(201)]: 'too-long',
    'A\u0000na': 'control-characters',
    'A\nna': 'control-characters',
    'A\u202ena': 'control-characters',
  }
  for (const [name, reason] of Object.entries(names)) {
    const { status, body } = await house.post('/register', [
      ['name', name],
      ['photo', photo],
    ])
    assert.deepEqual(
      [status, body.code, body.reason, body.field],
      [422, 'invalid-name', reason, 'name'],
    )
  }
  await isUntouched(house)
})

test('a form that is not the one asked for is refused, and its field is named', async (t) => {
  const house = await openHouse(t, engine)
  const photo = await portrait('ana')
  const forms = [
    { path: '/clock_in', parts: [['image', photo]], code: 'invalid-request', field: 'image' },
    { path: '/clock_in', parts: [['photo', 'text']], code: 'invalid-request', field: 'photo' },
    { path: '/clock_in', parts: [['image_url', 'http://x/']], code: 'invalid-request', field: 'image_url' },
    { path: '/clock_in', parts: [], code: 'missing-photo', field: 'photo' },
    { path: '/register', parts: [['photo', photo]], code: 'invalid-request', field: 'name' },
    { path: '/register', parts: [['name', 'Ana']], code: 'missing-photo', field: 'photo' },
    {
      path: '/register',
      parts: [['name', 'Ana'], ['name', 'Bo'], ['photo', photo]],
      code: 'invalid-request',
      field: 'name',
    },
    { path: '/clock_in', parts: [['<b>', photo]], code: 'invalid-request', field: undefined },
    { path: '/clock_in', parts: [['__proto__', photo]], code: 'malformed-body', field: undefined },
  ] as const // prettier-ignore
  for (const { path, parts, code, field } of forms) {
    const { status, body } = await house.post(path, parts)
    assert.deepEqual([status, body.code, body.field], [400, code, field])
  }
  await isUntouched(house)
})

test('a body that is no form is refused', async (t) => {
  const house = await openHouse(t, engine)
  const bodies = [
    ['multipart/form-data', 'x', 400, 'malformed-body'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Dispo', 400, 'malformed-body'],
    ['application/json', '{"photo":"x"}', 415, 'unsupported-media-type'],
    ['application/json', '{"__proto__":1', 400, 'malformed-body'],
    ['application/json\t;', '{"photo":"x"}', 415, 'unsupported-media-type'],
    ['text/plain', 'x', 415, 'unsupported-media-type'],
    ['image/jpeg', 'x', 415, 'unsupported-media-type'],
  ] as const
  for (const [type, body, status, code] of bodies) {
    const headers = { 'content-type': type }
    const answer = await house.ask('/clock_in', { method: 'POST', headers, body })
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${type}: ${body}`)
  }
  await isUntouched(house)
})

test('a photo is taken however its part is written, and what is wrong with one is said truly', async (t) => {
  const house = await openHouse(t, engine)
  const photo = await portrait('ana')
  const send = async (part: string, bytes: Uint8Array | string, more = {}) => {
    const head = `--b\r\nContent-Disposition: form-data; ${part}\r\n\r\n`
    const body = Buffer.concat([
      Buffer.from(head),
      Buffer.from(bytes),
      Buffer.from('\r\n--b--\r\n'),
    ])
    const headers = { 'content-type': 'multipart/form-data; boundary=b', ...more }
    return house.ask('/clock_in', { method: 'POST', headers, body })
  }
  const taken = [
    'name="photo"; filename="p.jpg"\r\nContent-Type: image/jpeg',
    'name="photo"\r\nContent-Type: image/jpeg',
    'name="photo"\r\nContent-Type: application/octet-stream',
    'name="photo"\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: binary',
  ]
  for (const part of taken) {
    const { status, body } = await send(part, photo)
    assert.deepEqual([status, body.code], [422, 'unknown'], part)
  }

  const base64 = photo.toString('base64')
  const asText = await send('name="photo"', `data:image/jpeg;base64,${base64.slice(0, 30_000)}`)
  assert.deepEqual([asText.status, asText.body.field], [400, 'photo'])
  assert.match(asText.body.detail, /as a file, not as text or base64/)
  const encoded = await send(`${taken[1]}\r\nContent-Transfer-Encoding: base64`, base64)
  assert.deepEqual([encoded.status, encoded.body.code], [415, 'unsupported-media-type'])
  assert.match(encoded.body.detail, /Content-Transfer-Encoding/)
  const zipped = await send(taken[0] ?? '', photo, { 'content-encoding': 'gzip' })
  assert.deepEqual([zipped.status, zipped.body.code], [415, 'unsupported-media-type'])
  assert.match(zipped.body.detail, /Content-Encoding/)
  assert.equal(zipped.headers.get('accept-encoding'), 'identity')
  const kind = await send('name="kind"; filename="kind.txt"', 'in')
  assert.deepEqual([kind.status, kind.body.field], [400, 'kind'])
  assert.match(kind.body.detail, /as text/)
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const json = await house.ask('/sites', { method: 'POST', headers, body: gzipSync('{}') })
  assert.deepEqual([json.status, json.body.code], [415, 'unsupported-media-type'])
  await isUntouched(house)
})

test('twenty photos are judged one by one, twenty-one are too many', async (t) => {
  const house = await openHouse(t, engine)
  const photo = ['photo', await portrait('ana')] as const
  const bad = ['photo', Buffer.from('no photo')] as const
  const tooMany = await house.post('/register', [['name', 'Ana'], ...Array(21).fill(photo)])
  assert.deepEqual([tooMany.status, tooMany.body.code], [413, 'too-many-photos'])
  const many = await house.post('/register', [['name', 'Ana'], bad, ...Array(19).fill(photo)])
  assert.equal(many.status, 201)
  assert.deepEqual(
    many.body.photos.map(({ index, outcome }) => [index, outcome]),
    [
      [0, 'unreadable'],
      [1, 'accepted'],
      ...Array.from({ length: 18 }, (_, i) => [i + 2, 'redundant']),
    ],
  )
})

test('more bytes than a form may have are refused before they are all held', async (t) => {
  const house = await openHouse(t, engine)
  const photo = ['photo', new Uint8Array(9 * 1024 * 1024)] as const
  const { status, body } = await house.post('/register', [['name', 'Ana'], ...Array(8).fill(photo)])
  assert.deepEqual([status, body.code], [413, 'request-too-large'])
  await isUntouched(house)
})

test('a client that goes away half-way leaves nothing behind', async (t) => {
  const house = await openHouse(t, engine)
  const photo = await portrait('ana')
  const head = [
    'POST /register HTTP/1.1',
    'Host: localhost',
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${photo.length + 1000}`,
    '',
    '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAna',
    '--b\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\n\r\n',
  ].join('\r\n')
  for (const share of [0, 0.5, 1]) {
    const socket = connect(Number(new URL(house.origin).port), '127.0.0.1')
    await new Promise((resolve) => socket.write(head, resolve))
    const part = photo.subarray(0, share * photo.length)
    await new Promise((resolve) => socket.write(part, resolve))
    socket.destroy()
  }
  await isUntouched(house)
})

test('an address or a method that does not exist is a problem too', async (t) => {
  const house = await openHouse(t, engine)
  const asked = [
    ['GET', '/nothing', 404, 'no-such-address'],
    ['GET', '/%E0%A4%A', 400, 'malformed-body'],
    ['DELETE', '/clock_in', 404, 'no-such-address'],
    ['GET', '/employees/1', 400, 'invalid-request'],
    ['GET', '/employees/../../etc/passwd', 404, 'no-such-address'],
    ['GET', '/employees?limit=0', 400, 'invalid-request'],
    ['GET', '/employees?limit=x', 400, 'invalid-request'],
    ['GET', '/employees?sort=name', 400, 'invalid-request'],
    ['GET', '/attendance?from=yesterday', 400, 'invalid-request'],
    ['GET', '/attendance?from=2026-02-30T00:00:00Z', 400, 'invalid-request'],
    ['GET', '/attendance?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z', 400, 'invalid-range'],
    ['GET', '/attendance?after=99.', 400, 'invalid-request'],
  ] as const
  for (const [method, path, status, code] of asked) {
    const answer = await house.ask(path, { method })
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${method} ${path}`)
  }
})
