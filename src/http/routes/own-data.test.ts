import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { asKey, asOperator } from '../../../test/callers.ts'
import { openHouse, type House } from '../../../test/house.ts'
import { call, get } from '../../../test/office.ts'

/** The files of an export, by name. */
async function unpacked(t: TestContext, house: House, id: string) {
  const response = await house.fetch(`/employees/${id}/data?language=en`)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/zip')
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-data-'))
  t.after(() => rm(directory, { recursive: true }))
  await writeFile(join(directory, 'all.zip'), Buffer.from(await response.arrayBuffer()))
  execFileSync('unzip', ['-q', 'all.zip'], { cwd: directory })
  const names = (await readdir(directory)).filter((name) => name !== 'all.zip').sort()
  const text = (name: string) => readFile(join(directory, name), 'utf8')
  return { names, text, data: JSON.parse(await text('data.json')) as Record<string, unknown[]> }
}

test('everything that is held about somebody is in their export, and of nobody else', async (t) => {
  const house = await openHouse(t)
  const [ana, bo] = [await house.enrol('=Ana'), await house.enrol('Bo')]
  for (const id of [ana, bo]) {
    const record = { id: house.newId(), employeeId: id, kind: 'in', at: house.clock.now() } as const
    await house.store.records.append(id, () => record)
  }
  await house.ask(`/employees/${ana}/consents`, {
    method: 'POST',
    body: JSON.stringify({ consent: 'Cabinet 2' }),
    headers: { 'content-type': 'application/json' },
  })
  const { names, text, data } = await unpacked(t, house, ana)
  assert.deepEqual(
    names.filter((name) =>
      /^(data|summary|employee|consent|attendance_record|face_template)\./.test(name),
    ),
    [
      'attendance_record.csv',
      'consent.csv',
      'data.json',
      'employee.csv',
      'face_template.csv',
      'summary.pdf',
    ],
  )
  for (const table of ['employee', 'consent', 'attendance_record', 'face_template'])
    assert.equal(data[table]?.length, 1, table)
  for (const name of names.filter((name) => name !== 'summary.pdf'))
    assert.equal((await text(name)).includes(bo), false, name)
  assert.match(await text('employee.csv'), /,'=Ana,/)
  assert.equal((await text('summary.pdf')).slice(0, 5), '%PDF-')
})

test('who looked at somebody is in their export, lists in which they may have stood included', async (t) => {
  const house = await openHouse(t)
  const siteOf = async (name: string) => {
    const { body } = await call(house, 'POST', '/sites', { name, zone: 'Europe/Paris' })
    return String(get(body, 'id'))
  }
  const [lyon, nice] = [await siteOf('Lyon'), await siteOf('Nice')]
  const id = await house.enrol('Ana')
  const assigned = { from: '2026-03-02', siteId: lyon, scheduleId: null }
  await call(house, 'POST', `/employees/${id}/assignments`, assigned)
  const manager = await asOperator(house, 'manager', [lyon], 'Lea of Lyon')
  const stranger = await asOperator(house, 'manager', [nice], 'Nino of Nice')
  const key = await asKey(house, ['read'])
  for (const headers of [manager, stranger]) await house.fetch('/employees', { headers })
  await house.fetch(`/employees/${id}`, { headers: manager })
  await house.fetch('/exports/records.csv?from=2026-03-01&to=2026-03-31', { headers: key })
  await house.fetch(`/employees/${id}`, { headers: stranger })
  const { data } = await unpacked(t, house, id)
  const seen = data['audit_entry'] as Readonly<Record<string, string>>[]
  const looks = seen.filter(({ action = '' }) => ['viewed', 'exported'].includes(action))
  assert.deepEqual(
    looks.map(({ by, action, in: where }) => [by, action, where]),
    [
      ['operator Lea of Lyon', 'viewed', 'a list'],
      ['operator Lea of Lyon', 'viewed', 'their own data'],
      ['api-key a script', 'exported', 'a list'],
    ],
  )
  assert.equal(seen[0]?.['action'], 'employee-enrolled')
})

test('no vector, key or hash of a secret leaves with it', async (t) => {
  const house = await openHouse(t)
  const id = await house.enrol('Ana')
  const { text } = await unpacked(t, house, id)
  assert.doesNotMatch(await text('data.json'), /"(vector|wrapped|hash|secret|token|body)\w*"/)
})

test('of whom everything was erased nothing is given, as of nobody', async (t) => {
  const house = await openHouse(t)
  const id = await house.enrol('Ana')
  await house.store.employees.forget(id, 'keep', house.clock.now())
  assert.equal((await house.fetch(`/employees/${id}/data`)).status, 404)
  assert.equal((await house.fetch(`/employees/${house.newId()}/data`)).status, 404)
})

test('the assessment is given as a page and as a PDF, and asks for a language that there is', async (t) => {
  const house = await openHouse(t)
  const page = await house.fetch('/privacy/dpia?language=en')
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.match(await page.text(), /Data protection impact assessment/)
  const pdf = await house.fetch('/privacy/dpia?language=fr&format=pdf')
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  assert.equal(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  assert.equal((await house.fetch('/privacy/dpia?language=ar')).status, 400)
})
