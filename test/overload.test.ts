import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import type { FaceEngine } from '../src/face/index.ts'
import { httpLimits } from '../src/http/limits.ts'
import { asClock } from './admin.ts'
import { openHouse, realEngine, type FormPart, type House } from './house.ts'
import { portrait } from './portraits.ts'

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

/** A machine that runs other tests besides needs longer than thirty seconds for what this file asks. */
const patient = { ...httpLimits, answerWithinMs: 170_000 }

/** An engine that never answers, but hears when nobody waits any more. */
const hungEngine = (): FaceEngine => ({
  model: engine.model,
  look: (_photo, { signal }) =>
    new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    ),
  close: () => Promise.resolve(),
})

/** The beginning of a form that says that it has a megabyte, and some of its bytes. */
function sendHalf({ origin }: House, bytes: number): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  const head = [
    'POST /clock_in HTTP/1.1',
    `Host: ${new URL(origin).host}`,
    ...Object.entries(asClock).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: multipart/form-data; boundary=b',
    'Content-Length: 1000000',
    '',
    '--b\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\n\r\n',
  ].join('\r\n')
  return new Promise((resolve) => socket.write(head + 'x'.repeat(bytes), () => resolve(socket)))
}

test('a hundred connections that send nothing more keep nobody from clocking in', async (t) => {
  const house = await openHouse(t, engine)
  const silent = await Promise.all(Array.from({ length: 100 }, () => sendHalf(house, 0)))
  const { status, body } = await house.post('/clock_in', [['photo', await portrait('ana')]])
  for (const socket of silent) socket.destroy()
  assert.deepEqual([status, body.code], [422, 'unknown'])
})

test('bodies that do not come to their end make room for those that do', async (t) => {
  const maxBytes = 200_000
  const admission = { ...httpLimits.admission, maxBytes, slowAfterMs: 0 }
  const house = await openHouse(t, engine, { limits: { ...httpLimits, admission } })
  const slow = await Promise.all([1, 2].map(() => sendHalf(house, maxBytes / 2 - 1000)))
  const answered = slow.map(
    (socket) =>
      new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data)))),
  )
  const { status } = await house.post('/clock_in', [['photo', await portrait('ana')]])
  const told = await Promise.race(answered)
  for (const socket of slow) socket.destroy()
  assert.equal(status, 422)
  assert.match(told, /^HTTP\/1\.1 408/)
})

test('with an engine that hangs every photo is answered, gives its place back and writes nothing', async (t) => {
  const admission = { ...httpLimits.admission, maxRequests: 1 }
  const limits = { ...httpLimits, answerWithinMs: 300, admission }
  const house = await openHouse(t, hungEngine(), { limits })
  const id = await house.enrol('Bo')
  const photo: FormPart = ['photo', await portrait('ana')]
  const requests: [string, FormPart[]][] = [
    ['/clock_in', [photo]],
    ['/register', [['name', 'Ana'], photo, photo, photo]],
    [`/employees/${id}/photos`, [photo]],
    [`/employees/${id}/verify`, [photo]],
  ]
  for (const [path, parts] of requests) {
    const { status, headers, body } = await house.post(path, parts)
    assert.deepEqual([status, body.code], [503, 'timeout'], path)
    assert.ok(Number(headers.get('retry-after')) > 0)
  }
  const { employees } = (await house.ask('/employees')).body
  assert.deepEqual(
    employees.map(({ name, templates }) => [name, templates]),
    [['Bo', 1]],
  )
  assert.deepEqual((await house.ask('/attendance')).body.records, [])
})

test('one photo does not wait for an enrolment of ten, nor for its turn to be written', async (t) => {
  const house = await openHouse(t, engine, { limits: patient })
  const photo: FormPart = ['photo', await portrait('ana')]
  const answered: string[] = []
  const note = (name: string) => () => void answered.push(name)
  const many: FormPart[] = [['name', 'Ana'], ...Array.from({ length: 10 }, () => photo)]
  const long = house.post('/register', many).then(note('ten'))
  const one = house.post('/register', [
    ['name', 'Bo'],
    ['photo', await portrait('bo')],
  ])
  const door = house.post('/clock_in', [['photo', await portrait('cy')]])
  await Promise.all([long, one.then(note('one')), door.then(note('door'))])
  assert.equal(answered.at(-1), 'ten')
})

test('more enrolments than can be looked at in time are sent away before anything is written', async (t) => {
  const admission = { ...httpLimits.admission, maxPhotos: 4 }
  const house = await openHouse(t, engine, { limits: { ...patient, admission } })
  const photos = Array<FormPart>(2).fill(['photo', await portrait('ana')])
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      house.post('/register', [['name', `Ana ${i}`], ['twins', 'true'], ...photos]),
    ),
  )
  const refused = answers.filter(({ status }) => status === 503)
  assert.ok(refused.length >= 3 && refused.length < 6, `${refused.length} were sent away`)
  for (const { body, headers } of refused) {
    assert.equal(body.code, 'overloaded')
    assert.ok(Number(headers.get('retry-after')) >= 2)
  }
  const { employees } = (await house.ask('/employees')).body
  assert.equal(employees.length, 6 - refused.length)
})

test('imports pass the same door as photos', async (t) => {
  const admission = { ...httpLimits.admission, maxBytes: 1000 }
  const house = await openHouse(t, engine, { limits: { ...httpLimits, admission } })
  const send = (path: string, type: string, body: string) =>
    house.ask(path, { method: 'POST', headers: { 'content-type': type }, body })
  const site = '/sites/00000000-0000-4000-8000-000000000000/holidays'
  for (const [path, type] of [
    ['/imports/employees?dryRun=true', 'text/csv'],
    ['/imports/leaves?dryRun=true', 'text/csv'],
    [site, 'text/calendar'],
  ] as const) {
    const { status, body, headers } = await send(path, type, `name\n${'x'.repeat(1000)}`)
    assert.deepEqual([status, body.code], [503, 'overloaded'], path)
    assert.ok(Number(headers.get('retry-after')) >= 2)
  }
  // What was sent away holds nothing.
  const taken = await send('/imports/employees?dryRun=true', 'text/csv', `name\n${'x'.repeat(900)}`)
  assert.equal(taken.status, 200)
})
