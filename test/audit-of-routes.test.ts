import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { after, test } from 'node:test'
import { Secret } from 'otpauth'
import { codeAt } from '../src/access/second-factor/totp.ts'
import { asKey, asOperator, goodPassword, type As } from './callers.ts'
import { openHouse, realEngine, type House } from './house.ts'
import { callerAs, formOf } from './kiosk-caller.ts'
import { call, get, idOf, office } from './office.ts'
import { createSoftAuthenticator } from './soft-authenticator.ts'
import { portrait } from './portraits.ts'

const engine = await realEngine()
after(() => engine.close())

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: object }
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
)

type Sent = Promise<{ readonly status: number; readonly body: unknown }>

/** Remembers which routes were tried, and what each left in the chain. */
function createWitness(house: House, tried: Set<string>) {
  const heard = async (after: number) => {
    const entries = await house.store.audit.page(after)
    // The house signs its admin in again when a test turns the clock.
    return entries.filter(({ actor }) => actor !== 'program').map(({ action }) => action)
  }
  return async (route: string, actions: readonly string[], send: () => Sent) => {
    assert.ok(routes.includes(route), `${route} is not described`)
    const { number } = await house.store.audit.head()
    const answer = await send()
    const said = `${route}: ${answer.status} ${JSON.stringify(answer.body)}`.slice(0, 300)
    assert.ok(answer.status < 300 || actions.some((action) => /failed|refused/.test(action)), said)
    assert.deepEqual(await heard(number), actions, said)
    tried.add(route)
    return answer
  }
}

const json = (method: string, body: unknown, as: As = {}): RequestInit => ({
  method,
  headers: { ...as, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

test('every route leaves the entries in the chain that are expected of it, and none is forgotten', async (t) => {
  const tried = new Set<string>()
  const fresh = await openHouse(t, undefined, { isFresh: true })
  await createWitness(fresh, tried)(
    'POST /setup',
    ['set-up', 'privacy-choices-made', 'notice-published', 'signed-in'],
    async () => {
      const said = {
        token: await fresh.access.setUp.newLink(),
        name: 'Ada',
        password: goodPassword,
      }
      const site = { name: 'Lyon', zone: 'Europe/Paris' }
      const body = { ...said, country: 'other', publishNotice: true, site }
      return fresh.ask('/setup', json('POST', body, { origin: fresh.origin }))
    },
  )

  const house = await openHouse(t, engine)
  const expect = createWitness(house, tried)
  const open = (path: string) => () => call(house, 'GET', path)
  const send = (method: string, path: string, body?: unknown, type?: string) => () =>
    call(house, method, path, body, type)

  for (const path of [
    '/health',
    '/ready',
    '/setup',
    '/session',
    '/operators',
    '/api-keys',
    '/decision',
    '/notice',
    '/privacy',
    '/privacy/notices',
    '/privacy/notices/draft',
    '/privacy/countries',
    '/privacy/choices',
    '/privacy/dpia',
    '/calendars',
    '/sites',
    '/kiosks',
    '/kiosk/nonce',
    '/overtime-presets',
    '/schedules',
    '/zone-data',
    '/recogniser',
  ])
    await expect(`GET ${path}`, [], open(path))

  // Who may do what.
  const operator = { name: 'Otto', role: 'manager', siteIds: [], password: goodPassword }
  const otto = await expect(
    'POST /operators',
    ['operator-added'],
    send('POST', '/operators', operator),
  )
  const ottoAt = `/operators/${String(get(otto.body, 'operator.id') ?? get(otto.body, 'id'))}`
  await expect(
    'PATCH /operators/{id}',
    ['operator-changed'],
    send('PATCH', ottoAt, { role: 'viewer' }),
  )
  await expect(
    'PUT /operators/{id}/password',
    ['password-changed'],
    send('PUT', `${ottoAt}/password`, { password: `${goodPassword} again` }),
  )
  const signIn = (password: string) => () =>
    house.ask(
      '/session',
      json('POST', { name: 'Otto', password }, { origin: house.origin, cookie: '' }),
    )
  await expect('POST /session', ['sign-in-failed'], signIn('not this one'))
  await expect('POST /session', ['signed-in'], signIn(`${goodPassword} again`))
  await tryWaysOfSigningIn(house, expect)
  const mia = await asOperator(house, 'manager')
  await expect('PUT /session/password', ['password-change-refused'], () =>
    house.ask('/session/password', json('PUT', { current: 'x', next: goodPassword }, mia)),
  )
  await expect('DELETE /session', ['signed-out'], () =>
    house.ask('/session', { method: 'DELETE', headers: mia }),
  )
  await expect('DELETE /operators/{id}', ['operator-removed'], send('DELETE', ottoAt))
  const key = await expect(
    'POST /api-keys',
    ['api-key-added'],
    send('POST', '/api-keys', { name: 'x', scopes: ['read'] }),
  )
  await expect(
    'DELETE /api-keys/{id}',
    ['api-key-removed'],
    send('DELETE', `/api-keys/${String(get(key.body, 'apiKey.id') ?? get(key.body, 'id'))}`),
  )

  // Places and times.
  const lyon = { name: 'Lyon', zone: 'Europe/Paris' }
  const siteId = idOf(await expect('POST /sites', ['site-added'], send('POST', '/sites', lyon)))
  const nice = idOf(await call(house, 'POST', '/sites', { ...lyon, name: 'Nice' }))
  const site = `/sites/${siteId}`
  await expect('PATCH /sites/{id}', ['site-changed'], send('PATCH', site, { name: 'Lyon 2' }))
  await expect('GET /sites/{id}/holidays', [], open(`${site}/holidays?year=2026`))
  const ics =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260504\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  await expect(
    'POST /sites/{id}/holidays',
    ['site-days-put'],
    send('POST', `${site}/holidays`, ics, 'text/calendar'),
  )
  await expect(
    'PUT /sites/{id}/holidays/{date}',
    ['site-days-put'],
    send('PUT', `${site}/holidays/2026-05-05`, { name: 'x' }),
  )
  await expect(
    'DELETE /sites/{id}/holidays/{date}',
    ['site-day-removed'],
    send('DELETE', `${site}/holidays/2026-05-05`),
  )
  await expect('GET /sites/{id}/mode', [], open(`${site}/mode`))
  await expect(
    'PUT /sites/{id}/mode',
    ['site-mode-changed'],
    send('PUT', `${site}/mode`, { mode: 'face-or-pin' }),
  )
  await expect('DELETE /sites/{id}', ['site-removed'], send('DELETE', `/sites/${nice}`))
  const weeks = [{ monday: [office] }]
  const scheduleId = idOf(
    await expect(
      'POST /schedules',
      ['schedule-added'],
      send('POST', '/schedules', { name: 'Bureau', from: '2026-01-05', weeks }),
    ),
  )
  const schedule = `/schedules/${scheduleId}`
  await expect(
    'POST /schedules/{id}/versions',
    ['schedule-changed'],
    send('POST', `${schedule}/versions`, { from: '2026-06-01', weeks: [{ friday: [office] }] }),
  )
  await expect(
    'DELETE /schedules/{id}/versions/{from}',
    ['schedule-change-withdrawn'],
    send('DELETE', `${schedule}/versions/2026-06-01`),
  )
  await expect(
    'PATCH /schedules/{id}',
    ['schedule-archived'],
    send('PATCH', schedule, { archived: true }),
  )
  await call(house, 'PATCH', schedule, { archived: false })
  const other = idOf(
    await call(house, 'POST', '/schedules', { name: 'Other', from: '2026-01-05', weeks }),
  )
  await expect(
    'DELETE /schedules/{id}',
    ['schedule-removed'],
    send('DELETE', `/schedules/${other}`),
  )

  // People.
  const photo = await portrait('dee')
  const registered = await expect('POST /register', ['employee-enrolled'], () =>
    house.post('/register', [
      ['name', 'Ana'],
      ['photo', photo],
    ]),
  )
  const ana = String(get(registered.body, 'employee.id'))
  const at = `/employees/${ana}`
  await expect('GET /employees', ['viewed'], open('/employees'))
  await expect('GET /employees/{id}', ['viewed'], open(at))
  await expect('PATCH /employees/{id}', ['employee-renamed'], send('PATCH', at, { name: 'Anna' }))
  await expect(
    'PATCH /employees/{id}',
    ['employee-renumbered'],
    send('PATCH', at, { number: 'A7' }),
  )
  await expect(
    'PUT /employees/{id}/employment',
    ['employment-changed'],
    send('PUT', `${at}/employment`, { firstDay: '2026-01-01', lastDay: null }),
  )
  await expect('POST /employees/{id}/verify', ['compared'], () =>
    house.post(`${at}/verify`, [['photo', photo]]),
  )
  await expect('GET /employees/{id}/consents', ['viewed'], open(`${at}/consents`))
  await expect(
    'POST /employees/{id}/consents',
    ['consent-given'],
    send('POST', `${at}/consents`, { consent: 'Cabinet 2' }),
  )
  await expect('GET /employees/{id}/data', ['exported'], open(`${at}/data`))
  await expect('GET /employees/{id}/credentials', ['viewed'], open(`${at}/credentials`))
  const pin = await expect('POST /employees/{id}/pin', ['pin-made'], send('POST', `${at}/pin`))
  await expect('POST /employees/{id}/badge', ['badge-made'], send('POST', `${at}/badge`))
  await expect('POST /badges', ['badge-made'], send('POST', '/badges', { employeeIds: [ana] }))
  await expect('DELETE /employees/{id}/badge', ['badge-removed'], send('DELETE', `${at}/badge`))
  await expect('GET /employees/{id}/assignments', ['viewed'], open(`${at}/assignments`))
  const assignment = { from: '2026-03-02', siteId, scheduleId }
  await expect(
    'POST /employees/{id}/assignments',
    ['assigned'],
    send('POST', `${at}/assignments`, assignment),
  )
  await call(house, 'POST', `${at}/assignments`, { ...assignment, from: '2026-06-01' })
  await expect(
    'DELETE /employees/{id}/assignments/{from}',
    ['assignment-withdrawn'],
    send('DELETE', `${at}/assignments/2026-06-01`),
  )
  await expect(
    'GET /employees/{id}/leaves',
    ['viewed'],
    open(`${at}/leaves?from=2026-03-01&to=2026-05-01`),
  )
  const days = { from: '2026-04-01', to: '2026-04-02', kind: 'paid' }
  const leave = await expect(
    'POST /employees/{id}/leaves',
    ['leave-added'],
    send('POST', `${at}/leaves`, days),
  )
  await expect('DELETE /leaves/{id}', ['leave-removed'], send('DELETE', `/leaves/${idOf(leave)}`))

  // The door.
  const key7 = await asKey(house, ['clock'])
  const clockIn = (fields: Readonly<Record<string, string | Uint8Array>>) => () =>
    house.ask('/clock_in', { method: 'POST', headers: key7, body: formOf(fields) })
  await expect('POST /clock_in', ['record-added'], clockIn({ photo }))
  await expect('POST /clock_in', ['pin-refused'], clockIn({ number: 'A7', pin: '12345670' }))
  await expect(
    'POST /clock_in',
    ['record-added'],
    clockIn({ number: 'A7', pin: String(get(pin.body, 'pin')) }),
  )
  await expect('DELETE /employees/{id}/pin', ['pin-removed'], send('DELETE', `${at}/pin`))
  const kiosk = await expect(
    'POST /kiosks',
    ['kiosk-added'],
    send('POST', '/kiosks', { name: 'Entrance', siteId }),
  )
  const kioskId = String(get(kiosk.body, 'kiosk.id') ?? get(kiosk.body, 'id'))
  await expect(
    'PATCH /kiosks/{id}',
    ['kiosk-renamed'],
    send('PATCH', `/kiosks/${kioskId}`, { name: 'Door' }),
  )
  const coded = await expect(
    'POST /kiosks/{id}/code',
    ['kiosk-code-made'],
    send('POST', `/kiosks/${kioskId}/code`),
  )
  const device = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = device.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
  await expect(
    'POST /kiosk/pairing',
    ['kiosk-paired'],
    send('POST', '/kiosk/pairing', { code: get(coded.body, 'code'), key: publicKey }),
  )
  const entrance = callerAs(house, kioskId, device)
  await expect('POST /kiosk/heartbeat', [], () =>
    entrance.send('POST', '/kiosk/heartbeat', { version: '1.0.0', camera: 'live' }),
  )
  house.clock.forward(120)
  const shown = await entrance.send('POST', '/clock_in', formOf({ photo }))
  const recordId = String(get(shown.body, 'record.id'))
  await expect('POST /kiosk/contest', ['correction-added'], () =>
    entrance.send('POST', '/kiosk/contest', { recordId }),
  )
  await expect('DELETE /kiosks/{id}', ['kiosk-revoked'], send('DELETE', `/kiosks/${kioskId}`))

  // Hours.
  const range = 'from=2026-03-01&to=2026-03-31'
  await expect('GET /attendance', ['viewed'], open('/attendance'))
  await expect('GET /timesheets', ['viewed'], open(`/timesheets?${range}`))
  await expect('GET /timesheets/to-correct', ['viewed'], open(`/timesheets/to-correct?${range}`))
  for (const route of routes.filter((each) => each.startsWith('GET /exports/'))) {
    const path = `${route.slice('GET '.length)}?${range}`
    await expect(route, ['exported'], open(path))
    await expect(route, ['exported'], open(path))
  }
  const asked = {
    action: 'add',
    kind: 'in',
    at: '2026-03-01T09:00',
    reason: 'forgot',
    employeeId: ana,
  }
  const correction = await expect(
    'POST /corrections',
    ['correction-added'],
    send('POST', '/corrections', asked),
  )
  await expect('GET /corrections', ['viewed'], open('/corrections'))
  const decider = await asOperator(house, 'admin')
  await expect('POST /corrections/{id}/decision', ['correction-decided'], () =>
    house.ask(
      `/corrections/${idOf(correction)}/decision`,
      json('POST', { outcome: 'approved' }, decider),
    ),
  )
  await expect(
    'POST /imports/employees',
    ['employee-imported', 'employee-imported'],
    send('POST', '/imports/employees', 'name\nBo\nCy\n', 'text/csv'),
  )
  await expect(
    'POST /imports/leaves',
    ['leave-imported'],
    send(
      'POST',
      '/imports/leaves',
      'employee,from,to,kind\nBo,2026-04-01,2026-04-02,paid\n',
      'text/csv',
    ),
  )

  // What may be kept.
  await expect('GET /privacy/retention', ['viewed'], open('/privacy/retention'))
  await expect('GET /recogniser/waiting', ['viewed'], open('/recogniser/waiting'))
  const draft = await call(house, 'GET', '/privacy/notices/draft')
  await expect(
    'POST /privacy/notices',
    ['notice-published'],
    send('POST', '/privacy/notices', { texts: draft.body }),
  )
  const made = await call(house, 'GET', '/privacy/choices')
  const {
    ordinal: _n,
    by: _by,
    at: _at,
    ...choices
  } = (get(made.body, 'choices') as Record<string, unknown>[])[0] ?? {}
  await expect(
    'PUT /privacy/choices',
    ['privacy-choices-made'],
    send('PUT', '/privacy/choices', choices),
  )
  await expect(
    'POST /employees/{id}/consents/withdrawal',
    ['consent-withdrawn', 'pin-made'],
    send('POST', `${at}/consents/withdrawal`),
  )
  await expect('POST /employees/{id}/photos', ['templates-added'], () =>
    house.post(`${at}/photos`, [
      ['photo', photo],
      ['consent', 'Cabinet 3'],
    ]),
  )
  await house.post('/register', [
    ['name', 'Edo'],
    ['photo', await portrait('bo')],
  ])
  house.clock.forward(500 * 24 * 3600)
  await expect(
    'POST /privacy/retention',
    ['consent-withdrawn', 'consent-withdrawn'],
    send('POST', '/privacy/retention'),
  )
  await expect(
    'DELETE /employees/{id}',
    ['employee-forgotten'],
    send('DELETE', `${at}?records=erase`),
  )

  assert.deepEqual(
    routes.filter((route) => !tried.has(route)),
    [],
    'routes of which nothing is expected',
  )
})

/** An operator's app for codes and passkeys, from adding them to losing them. */
async function tryWaysOfSigningIn(house: House, expect: ReturnType<typeof createWitness>) {
  const draft = { name: 'Pia', role: 'viewer', siteIds: [] } as const
  const added = await house.access.operators.add(draft, goodPassword)
  const id = added.outcome === 'done' ? added.operator.id : ''
  const origin = house.origin.replace('127.0.0.1', 'localhost')
  const cookie = `pointeuse=${await house.access.sessions.begin(id, 1)}`
  const own = (method: string, path: string, body?: object) => async () => {
    const init = body
      ? json(method, body, { cookie, origin })
      : { method, headers: { cookie, origin } }
    const answer = await fetch(`${origin}${path}`, init)
    return { status: answer.status, body: JSON.parse((await answer.text()) || 'null') as unknown }
  }
  const password = { password: goodPassword }
  await expect('GET /session/second-factor', [], own('GET', '/session/second-factor'))
  const { body } = await expect(
    'POST /session/second-factor',
    ['secret-put'],
    own('POST', '/session/second-factor', password),
  )
  const secret = Secret.fromBase32(String(get(body, 'secret'))).bytes
  const code = codeAt(secret, house.clock.now().epochMilliseconds)
  await expect(
    'PUT /session/second-factor',
    ['second-factor-added'],
    own('PUT', '/session/second-factor', { code }),
  )
  await expect(
    'POST /session/recovery-codes',
    ['recovery-codes-made'],
    own('POST', '/session/recovery-codes', password),
  )
  await expect(
    'POST /session/second-factor/removal',
    ['second-factor-removed', 'secret-dropped'],
    own('POST', '/session/second-factor/removal', password),
  )
  const device = createSoftAuthenticator(origin)
  const asked = await expect(
    'POST /session/passkeys/question',
    [],
    own('POST', '/session/passkeys/question', password),
  )
  const made = { name: 'Phone', answer: device.make(get(asked.body, 'options') as never) }
  await expect('POST /session/passkeys', ['passkey-added'], own('POST', '/session/passkeys', made))
  const { body: listed } = await expect(
    'GET /session/passkeys',
    [],
    own('GET', '/session/passkeys'),
  )
  const question = await expect(
    'POST /session/passkey/question',
    [],
    own('POST', '/session/passkey/question'),
  )
  const answer = device.show(get(question.body, 'options') as never)
  await expect('POST /session/passkey', ['signed-in'], async () => {
    const init = json('POST', { answer }, { origin, cookie: '' })
    const signedIn = await fetch(`${origin}/session/passkey`, init)
    return { status: signedIn.status, body: await signedIn.json() }
  })
  const passkey = String(get(listed, 'passkeys.0.id'))
  await expect(
    'DELETE /session/passkeys/{id}',
    ['passkey-removed'],
    own('DELETE', `/session/passkeys/${passkey}`),
  )
  await house.access.secondFactor.begin({ id, name: 'Pia' })
  await expect(
    'DELETE /operators/{id}/second-factor',
    ['second-factor-removed', 'secret-dropped'],
    () => call(house, 'DELETE', `/operators/${id}/second-factor`),
  )
}
