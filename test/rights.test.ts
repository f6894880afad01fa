import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { roles, scopes } from '../src/access/principal.ts'
import { type As, asKey, asOperator, nobody } from './callers.ts'
import { type House, openHouse } from './house.ts'
import { pairedKiosk } from './kiosk-caller.ts'
import { call, idOf } from './office.ts'

type Described = { readonly 'x-callers': 'open' | readonly string[]; readonly 'x-subject'?: string }

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Described>>
}
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    ...{ path, method: method.toUpperCase() },
    who: described['x-callers'],
    of: described['x-subject'],
  })),
)

/** Refusals of the guard itself, whatever the request is about. */
const isTurnedAway = (status: number, code: unknown) =>
  (status === 401 && code === 'not-signed-in') || (status === 403 && code === 'not-allowed')

/** The answer to an empty request, as a form where the route takes photos. */
async function knock({ ask }: House, method: string, path: string, as: As) {
  const headers = { ...as, ...(method !== 'GET' && { 'content-type': 'application/json' }) }
  const answer = await ask(path, { method, headers, ...(method !== 'GET' && { body: '{}' }) })
  return { status: answer.status, code: (answer.body as { code?: string } | null)?.code }
}

test('each route lets in whom openapi.json names, and nobody else', async (t) => {
  const house = await openHouse(t)
  type Knock = (
    method: string,
    path: string,
  ) => Promise<{ status: number; code?: string | undefined }>
  const by = (as: () => Promise<As>): Knock => {
    // A caller of their own each time, as signing out is among the routes.
    return async (method, path) => knock(house, method, path, await as())
  }
  const { site } = await makeSite(house, 'Lyon')
  const kiosk = await pairedKiosk(house, site)
  const callers: Record<string, Knock> = {
    ...Object.fromEntries(roles.map((role) => [role, by(() => asOperator(house, role, 'all'))])),
    ...Object.fromEntries(scopes.map((scope) => [scope, by(() => asKey(house, [scope]))])),
    async kiosk(method, path) {
      const answer = await kiosk.send(method, path, method === 'GET' ? undefined : {})
      return { status: answer.status, code: (answer.body as { code?: string } | null)?.code }
    },
    anonymous: by(async () => nobody),
  }
  let cells = 0
  const wrong: string[] = []
  const [closed, red] = [new Set<string>(), new Set<string>()]
  for (const { path, method, who } of routes) {
    if (path.startsWith('/exports/') && !path.endsWith('.json')) continue
    const address = path.replaceAll(/\{\w+\}/g, house.newId())
    for (const [name, knock] of Object.entries(callers)) {
      const { status, code } = await knock(method, address)
      const mayCall = who === 'open' || who.includes(name)
      const cell = `${name} ${method} ${path}: ${status} ${code ?? ''}`
      const isRight = isTurnedAway(status, code) === !mayCall
      const hasRightStatus = mayCall
        ? status !== 500
        : status === (name === 'anonymous' ? 401 : 403)
      if (!isRight || !hasRightStatus) wrong.push(cell)
      if (!isRight) red.add(`${method} ${path}`)
      if (!mayCall) closed.add(`${method} ${path}`)
      cells++
    }
  }
  t.diagnostic(`${cells} cells, ${red.size} of ${closed.size} closed routes red`)
  assert.deepEqual(wrong, [])
  assert.ok(cells > 300, `${cells} cells`)
})

/** A site with an employee, their leave and a correction of theirs. */
async function makeSite(house: House, name: string) {
  const site = idOf(await call(house, 'POST', '/sites', { name, zone: 'Europe/Paris' }))
  const employee = await house.enrol(`Somebody of ${name}`)
  const assigned = { from: '2026-03-02', siteId: site, scheduleId: null }
  await call(house, 'POST', `/employees/${employee}/assignments`, assigned)
  const off = { from: '2026-04-01', to: '2026-04-02', kind: 'paid' }
  const leave = await call(house, 'POST', `/employees/${employee}/leaves`, off)
  assert.equal(leave.status, 201, JSON.stringify(leave.body))
  const draft = { action: 'add', kind: 'in', at: '2026-03-01T09:00', reason: 'forgot' }
  const said = { ...draft, employeeId: employee }
  const correction = await call(house, 'POST', '/corrections', said)
  assert.equal(correction.status, 201, JSON.stringify(correction.body))
  const record = { id: house.newId(), employeeId: employee, at: house.clock.now() }
  await house.store.records.append(employee, () => ({ ...record, kind: 'in' }))
  return { site, employee, leave: idOf(leave), correction: idOf(correction) }
}

test('what belongs to another site answers as if it were not there, whoever of a site asks', async (t) => {
  const house = await openHouse(t)
  const own = await makeSite(house, 'Lyon')
  const other = await makeSite(house, 'Nice')
  const homeless = { ...other, employee: await house.enrol('Somebody of nowhere') }
  const callers: Record<string, As> = {
    manager: await asOperator(house, 'manager', [own.site]),
    viewer: await asOperator(house, 'viewer', [own.site]),
    nowhere: await asOperator(house, 'manager', []),
    key: await asKey(house, scopes, own.site),
  }
  const named = { nowhere: ['manager'], key: [...scopes] } as Record<string, string[]>
  let cells = 0
  for (const { path, method, who, of = 'all' } of routes) {
    if (who === 'open' || !['employee', 'site', 'leave', 'correction'].includes(of)) continue
    const at = (place: typeof own) =>
      path
        .replace('{id}', place[of as keyof typeof own])
        .replace('{date}', '2026-05-04')
        .concat(path.endsWith('/holidays') && method === 'GET' ? '?year=2026' : '')
    for (const [name, as] of Object.entries(callers)) {
      if (!(named[name] ?? [name]).some((caller) => who.includes(caller))) continue
      // Photos and holidays come as other bodies, which are looked at later than whose it is.
      const foreign =
        name === 'nowhere' ? [own, other] : [other, ...(of === 'employee' ? [homeless] : [])]
      for (const place of foreign) {
        const never = at({ ...own, [of]: house.newId() })
        const hidden = await bare(house, method, at(place), as)
        const absent = await bare(house, method, never, as)
        assert.deepEqual(hidden, absent, `${name} ${method} ${path}`)
        assert.equal(hidden.status, 404, `${name} ${method} ${path}`)
        cells++
      }
      if (name === 'nowhere' || method === 'DELETE') continue
      const seen = await bare(house, method, at(own), as)
      assert.notEqual(seen.code, `no-such-${of}`, `${name} ${method} ${path} of their own`)
    }
  }
  assert.ok(cells > 40, `${cells} cells`)
})

/** A request whose body is right for its route as far as the guard looks. */
async function bare({ ask }: House, method: string, path: string, as: As) {
  const isForm = /\/(photos|verify)$/.test(path)
  const bodies: Record<string, object> = {
    decision: { outcome: 'rejected' },
    assignments: { from: '2026-03-02', siteId: '0'.repeat(8) + '-0000-0000-0000-000000000000' },
    leaves: { from: '2026-04-01', to: '2026-04-02', kind: 'paid' },
  }
  const last = path.split('/').at(-1) ?? ''
  const body = bodies[last] ?? (method === 'PUT' ? { name: 'x' } : {})
  const form = new FormData()
  form.append('photo', new Blob(['x']), 'photo.jpg')
  const isIcs = path.endsWith('/holidays') && method === 'POST'
  const init: RequestInit =
    method === 'GET' || method === 'DELETE'
      ? { method, headers: as }
      : isForm
        ? { method, headers: as, body: form }
        : isIcs
          ? { method, headers: { ...as, 'content-type': 'text/calendar' }, body: 'x' }
          : {
              method,
              headers: { ...as, 'content-type': 'application/json' },
              body: JSON.stringify(last === 'assignments' ? { ...body, scheduleId: null } : body),
            }
  const { status, body: answered } = await ask(path, init)
  return { status, code: (answered as { code?: string } | null)?.code }
}

test('lists, timesheets and exports hold nobody of another site', async (t) => {
  const house = await openHouse(t)
  const own = await makeSite(house, 'Lyon')
  const other = await makeSite(house, 'Nice')
  const range = 'from=2026-02-01&to=2026-04-30'
  const lists = [
    ...['/employees', '/attendance', '/corrections', `/corrections?employee=${other.employee}`],
    ...[`/timesheets?${range}`, `/timesheets/to-correct?${range}`, '/sites'],
    ...['records', 'days', 'corrections'].map((kind) => `/exports/${kind}.json?${range}`),
    `/exports/corrections.json?${range}&employee=${other.employee}`,
  ]
  const manager = await asOperator(house, 'manager', [own.site])
  for (const path of lists) {
    const everything = await (await house.fetch(path)).text()
    const theirs = await house.fetch(path, { headers: manager })
    const text = await theirs.text()
    assert.equal(theirs.status, 200, path)
    for (const part of [other.employee, 'Nice']) assert.equal(text.includes(part), false, path)
    if (path.includes('employee=') || /records|attendance/.test(path)) continue
    assert.ok(everything.includes('Nice') && text.includes('Lyon'), `${path}: ${text}`)
  }
  const asked = { ...{ action: 'void', recordId: house.newId() }, employeeId: other.employee }
  const correction = await house.ask('/corrections', {
    method: 'POST',
    headers: { ...manager, 'content-type': 'application/json' },
    body: JSON.stringify({ ...asked, reason: 'x' }),
  })
  assert.equal(correction.body.code, 'no-such-employee')
})

test('one caller’s key for a request says nothing to another', async (t) => {
  const house = await openHouse(t)
  const post = async (as: As) =>
    (
      await house.ask('/sites', {
        method: 'POST',
        headers: { ...as, 'content-type': 'application/json', 'idempotency-key': 'same' },
        body: JSON.stringify({ name: 'Lyon', zone: 'Europe/Paris' }),
      })
    ).body.id
  const [one, two] = [await asOperator(house, 'admin'), await asOperator(house, 'admin')]
  const first = await post(one)
  assert.equal(await post(one), first)
  assert.notEqual(await post(two), first)
})
