import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { FaceEngine } from '../src/face/index.ts'
import { hostilePhotos } from './hostile-photos.ts'
import { openHouse, realEngine, type House } from './house.ts'
import { call, idOf } from './office.ts'

// Files that this test makes itself, each to hurt whoever opens it.

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

const goesOn = async ({ ask }: House) => {
  assert.equal((await ask('/health')).status, 200)
  assert.deepEqual((await ask('/employees')).body.employees, [])
}

test('a hostile photo is refused, nobody is enrolled or recorded, and the server goes on', async (t) => {
  const house = await openHouse(t, engine)
  const photos = Object.entries(await hostilePhotos())
  for (const [name, bytes] of photos) {
    const { status, body } = await house.post('/clock_in', [['photo', bytes]])
    assert.ok([413, 415, 422].includes(status), `${name}: ${status} ${body.code}`)
    const register = await house.post('/register', [
      ['name', 'Ana'],
      ['photo', bytes],
    ])
    assert.ok([413, 415, 422].includes(register.status), `${name}: ${register.status}`)
  }
  t.diagnostic(`${photos.length} photos`)
  await goesOn(house)
})

test('an address of a photo is no photo, under whatever name', async (t) => {
  const house = await openHouse(t)
  for (const field of ['image_url', 'photo_url', 'url', 'src']) {
    const { status, body } = await house.post('/clock_in', [[field, 'http://127.0.0.1:1/x.jpg']])
    assert.deepEqual([status, body.field], [400, field])
  }
  const { status } = await house.post('/clock_in', [['photo', 'http://127.0.0.1:1/x.jpg']])
  assert.equal(status, 400)
})

/** What an office program writes begins like any ZIP. */
const workbook = Buffer.concat([Buffer.from('504b030414000600', 'hex'), Buffer.alloc(5000, 65)])

test('a table or a calendar that is none is refused whole, whatever it is', async (t) => {
  const house = await openHouse(t)
  const site = idOf(await call(house, 'POST', '/sites', { name: 'Lyon', zone: 'Europe/Paris' }))
  const ics = (body: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${body}\r\nEND:VCALENDAR\r\n`
  const event = (lines: string) => `BEGIN:VEVENT\r\nUID:1\r\n${lines}\r\nEND:VEVENT`
  const nothing = Buffer.alloc(0)
  const common = { workbook, nothing, zeros: Buffer.alloc(10_000), half: Buffer.from([0xc3]) }
  const tables = {
    ...common,
    'a quote that never ends': Buffer.from(`name\n"${'x'.repeat(100_000)}`),
    'a million columns': Buffer.from(`name${','.repeat(1_000_000)}\nAna`),
    'other columns': Buffer.from('__proto__,constructor\n1,2\n'),
    'UTF-16': Buffer.from('\ufeffname\nAna\n', 'utf16le'),
  }
  const calendars = {
    ...common,
    'a calendar without an end': Buffer.from('BEGIN:VCALENDAR\r\n'.repeat(10_000)),
    'a holiday of no day': Buffer.from(ics(event('DTSTART;VALUE=DATE:20261399'))),
    'nested components': Buffer.from('BEGIN:VEVENT\r\n'.repeat(50_000)),
  }
  const send = async (path: string, type: string, body: Buffer) => {
    const headers = { 'content-type': type }
    return house.ask(path, { method: 'POST', headers, body: new Uint8Array(body) })
  }
  for (const [name, bytes] of Object.entries(tables)) {
    for (const path of ['/imports/employees', '/imports/leaves']) {
      const { status, body } = await send(path, 'text/csv', bytes)
      assert.ok(status >= 400 && status < 500, `${path} ${name}: ${status} ${JSON.stringify(body)}`)
    }
  }
  for (const [name, bytes] of Object.entries(calendars)) {
    const { status, body } = await send(`/sites/${site}/holidays`, 'text/calendar', bytes)
    assert.ok(status >= 400 && status < 500, `${name}: ${status} ${JSON.stringify(body)}`)
  }
  await goesOn(house)
})

test('a JSON body that is hostile is refused, and changes no object of the program', async (t) => {
  const house = await openHouse(t)
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const bodies = {
    'a prototype': '{"__proto__":{"isAdmin":true},"name":"Lyon","zone":"Europe/Paris"}',
    'a constructor': '{"constructor":{"prototype":{"isAdmin":true}},"name":"x","zone":"UTC"}',
    'an unknown key': '{"name":"Lyon","zone":"Europe/Paris","role":"admin"}',
    'the other type': '{"name":["Lyon"],"zone":{"$ne":null}}',
    'thirty thousand brackets': deep,
    'half of it': '{"name":"Ly',
    nothing: '',
    'no text': '\u0000\u0001',
    'a number of a thousand digits': `{"name":${'9'.repeat(1000)},"zone":"UTC"}`,
    'more than a body may have': JSON.stringify({ name: 'x'.repeat(100_000), zone: 'UTC' }),
  }
  const headers = { 'content-type': 'application/json' }
  for (const [name, body] of Object.entries(bodies)) {
    const { status } = await house.ask('/sites', { method: 'POST', headers, body })
    assert.ok([400, 413, 422].includes(status), `${name}: ${status}`)
  }
  assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined)
  const packed = { ...headers, 'content-encoding': 'gzip' }
  const zipped = await house.ask('/sites', {
    method: 'POST',
    headers: packed,
    body: gzipSync(deep),
  })
  assert.equal(zipped.status, 415)
  assert.deepEqual((await house.ask('/sites')).body, { sites: [] })
})

test('a body is looked at whatever its type is spelt like, or not read at all', async (t) => {
  const house = await openHouse(t)
  const body = '{"name":"Lyon","zone":"Europe/Paris","role":"admin"}'
  const types = [
    ...['application/json', 'Application/JSON', 'application/json;', 'application/json ;x=1'],
    ...['application/json\t;', 'application/json; charset=utf-8', 'text/plain', 'text/json'],
    ...['application/x-www-form-urlencoded', 'application/vnd.api+json', 'x/y', '*/*'],
  ]
  for (const type of types) {
    const headers = { 'content-type': type }
    const { status } = await house.ask('/sites', { method: 'POST', headers, body })
    assert.ok([400, 415].includes(status), `${JSON.stringify(type)}: ${status}`)
  }
  assert.deepEqual((await house.ask('/sites')).body, { sites: [] })
})

test('text that is a command elsewhere is text here, in a name and on a badge', async (t) => {
  const house = await openHouse(t)
  const texts = [
    ...["'; drop table site; --", '" or 1=1 --', "x' union select password_hash from operator --"],
    ...['$(reboot)', '`reboot`', '; cat /etc/passwd', '../../etc/passwd', '{{7*7}}', '${7*7}'],
  ]
  for (const name of texts) {
    const made = await call(house, 'POST', '/sites', { name, zone: 'Europe/Paris' })
    assert.equal(made.status, 201, `${name}: ${JSON.stringify(made.body)}`)
    const { status, body } = await house.post('/clock_in', [['badge', name]])
    assert.deepEqual([status, body.code], [422, 'unknown-badge'], name)
  }
  const names = (await house.store.sites.list()).map((site) => site.name)
  assert.deepEqual(names.toSorted(), texts.toSorted())
})
