import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openHouse, type House } from '../../test/house.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const site = '{"name":"Entrepôt","zone":"Europe/Paris"}'

async function siteNames({ ask }: House): Promise<string[]> {
  const { body } = await ask('/sites')
  return (body as unknown as { sites: { name: string }[] }).sites.map(({ name }) => name)
}

const post = ({ ask }: House, path: string, type: string, body: Uint8Array<ArrayBuffer>) =>
  ask(path, { method: 'POST', headers: { 'content-type': type }, body })

test('JSON is read in the encoding that it says it is in, and refused where it is no text in it', async (t) => {
  const house = await openHouse(t)
  const utf16 = Buffer.from(site, 'utf16le')
  const sent = [
    ['application/json', latin1(site), 400, 'malformed-body'],
    ['application/json; charset=utf-8', latin1(site), 400, 'malformed-body'],
    ['application/json; charset=utf-16le', utf16.subarray(1), 400, 'malformed-body'],
    ['application/json; charset=klingon', Buffer.from(site), 415, 'unsupported-media-type'],
    ['text/plain', Buffer.from(site), 415, 'unsupported-media-type'],
  ] as const
  for (const [type, bytes, status, code] of sent) {
    const answer = await post(house, '/sites', type, bytes)
    assert.deepEqual([answer.status, answer.body.code], [status, code], type)
  }
  assert.deepEqual(await siteNames(house), [])

  const taken = [
    ['application/json; charset=ISO-8859-1', latin1(site)],
    ['application/json; charset="utf-16le"', utf16],
    ['application/json', Buffer.from(`\uFEFF${site}`)],
  ] as const
  for (const [type, bytes] of taken) {
    assert.equal((await post(house, '/sites', type, bytes)).status, 201, type)
  }
  assert.deepEqual(await siteNames(house), ['Entrepôt', 'Entrepôt', 'Entrepôt'])
})

test('a field of a form that is not UTF-8 is refused by its name, whatever its part says', async (t) => {
  const house = await openHouse(t)
  for (const more of ['', '\r\nContent-Type: text/plain; charset=iso-8859-1']) {
    const form = `--b\r\nContent-Disposition: form-data; name="name"${more}\r\n\r\nZoë Béa\r\n--b--\r\n`
    const answer = await post(house, '/register', 'multipart/form-data; boundary=b', latin1(form))
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.field],
      [400, 'invalid-request', 'name'],
    )
    assert.match(answer.body.detail, /UTF-8/)
  }
  const coded =
    '--b\r\nContent-Disposition: form-data; name="name"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nZo=C3=AB\r\n--b--\r\n'
  const answer = await post(house, '/register', 'multipart/form-data; boundary=b', latin1(coded))
  assert.deepEqual([answer.status, answer.body.field], [415, 'name'])
  const long = `--b\r\nContent-Disposition: form-data; name="name"\r\n\r\n${'x'.repeat(70_000)}\r\n--b--\r\n`
  const tooLong = await post(house, '/register', 'multipart/form-data; boundary=b', latin1(long))
  assert.deepEqual([tooLong.status, tooLong.body.code], [413, 'request-too-large'])
  assert.deepEqual((await house.ask('/employees')).body.employees, [])
})

test('a calendar and a table are read in the encoding that they come with, and refused without one', async (t) => {
  const house = await openHouse(t)
  const { body } = await post(house, '/sites', 'application/json', Buffer.from(site))
  const holidays = `/sites/${body.id}/holidays`
  const calendar = latin1(
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n' +
      'DTSTART;VALUE=DATE:20260714\r\nSUMMARY:Fête\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  )
  const refused = await post(house, holidays, 'text/calendar', calendar)
  assert.deepEqual([refused.status, refused.body.code], [422, 'not-a-calendar'])
  const taken = await post(house, holidays, 'text/calendar; charset=iso-8859-1', calendar)
  assert.equal(taken.status, 200)
  const kept = await house.fetch(`${holidays}?year=2026`)
  assert.match(await kept.text(), /"Fête"/)

  const table = latin1('nom\r\nZoë\r\n')
  const lost = await post(house, '/imports/employees', 'text/csv', table)
  assert.deepEqual([lost.status, lost.body.reason], [422, 'not-utf-8'])
  assert.equal(
    (await post(house, '/imports/employees', 'text/csv; charset=windows-1252', table)).status,
    200,
  )
  const { employees } = (await house.ask('/employees')).body
  assert.deepEqual(
    employees.map(({ name }) => name),
    ['Zoë'],
  )
})

test('an address whose bytes are no text is refused', async (t) => {
  const house = await openHouse(t)
  for (const path of ['/employees?after=%E9', '/employees?%E9=1', '/employees?after=100%']) {
    const { status, body } = await house.ask(path)
    assert.deepEqual([status, body.code], [400, 'invalid-request'], path)
  }
  const inPath = await house.ask('/employees/%E9')
  assert.deepEqual([inPath.status, inPath.body.code], [400, 'malformed-body'])

  for (const path of ['/employees?after=\xE9', '/employees/\xE9']) {
    const socket = connect(Number(new URL(house.origin).port), '127.0.0.1')
    const head = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${house.asAdmin['cookie']}\r\n\r\n`
    socket.write(latin1(head))
    const [answer] = (await once(socket, 'data')) as [Buffer]
    assert.match(answer.toString(), /^HTTP\/1\.1 400 /, path)
    socket.destroy()
  }
})
