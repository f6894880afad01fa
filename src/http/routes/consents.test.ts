import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { get, each } from '../../../test/office.ts'
import { openHouse, realEngine, type FormPart } from '../../../test/house.ts'
import { portrait } from '../../../test/portraits.ts'

const engine = await realEngine()
after(() => engine.close())

const ana: FormPart[] = [
  ['name', 'Ana'],
  ['photo', await portrait('ana')],
]
const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

test('nobody is enrolled without a consent, and nothing is written', async (t) => {
  const house = await openHouse(t, engine)
  for (const [consent, code] of [
    ['', 'consent-missing'],
    ['notice:2:fr', 'consent-outdated'],
    ['notice:1:xx', 'invalid-value'],
    ['ok', 'invalid-value'],
  ]) {
    const refused = await house.post('/register', [...ana, ['consent', consent ?? '']])
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [422, code, 'consent'],
    )
  }
  assert.deepEqual((await house.ask('/employees')).body.employees, [])
})

test('a consent is kept with what was read, how, by whom, and when', async (t) => {
  const house = await openHouse(t, engine)
  const { body } = await house.post('/register', [...ana, ['consent', 'notice:1:ar']])
  const { body: shown } = await house.ask(`/employees/${body.employee.id}/consents`)
  const notice = await house.ask('/notice')
  assert.deepEqual(get(shown, 'consents'), [
    {
      ordinal: 1,
      act: 'given',
      notice: { version: 1, language: 'ar', hash: get(notice.body, 'texts.ar.hash') },
      how: 'on-screen',
      by: 'Ada Admin',
      at: '2026-03-02T08:00:00Z',
    },
  ])
})

test('a consent is taken back in one step: nobody is recognised any more, and there is a PIN', async (t) => {
  const house = await openHouse(t, engine)
  const photo: FormPart = ['photo', await portrait('ana')]
  const { body } = await house.post('/register', ana)
  const { id } = body.employee
  assert.equal((await house.post('/clock_in', [photo])).status, 201)
  const withdrawn = await house.ask(`/employees/${id}/consents/withdrawal`, { method: 'POST' })
  assert.equal(withdrawn.status, 200)
  assert.equal(get(withdrawn.body, 'templates'), 1)
  assert.match(String(get(withdrawn.body, 'pin')), /^\d{8}$/)
  const unknown = await house.post('/clock_in', [photo])
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'unknown'])
  assert.equal((await house.ask(`/employees/${id}`)).body.templates, 0)
  const again = await house.ask(`/employees/${id}/consents/withdrawal`, { method: 'POST' })
  assert.deepEqual(again.body, { templates: 0, pin: null })
  const { body: told } = await house.ask(`/employees/${id}/consents`)
  assert.deepEqual(each(told, 'consents', 'act'), ['given', 'withdrawn'])
})

test('photos are added on the consent that stands, and not once it is taken back', async (t) => {
  const house = await openHouse(t, engine)
  const { body } = await house.post('/register', ana)
  const path = `/employees/${body.employee.id}/photos`
  const photo: FormPart = ['photo', await portrait('ana')]
  assert.notEqual((await house.post(path, [photo])).body.code, 'consent-missing')
  await house.ask(`/employees/${body.employee.id}/consents/withdrawal`, { method: 'POST' })
  const refused = await house.post(path, [photo])
  assert.deepEqual([refused.status, refused.body.code], [422, 'consent-missing'])
  const agreed = await house.post(path, [photo, ['consent', 'Cabinet 3']])
  assert.deepEqual([agreed.status, agreed.body.employee.templates], [200, 1])
})

test('before a notice is published, nobody is enrolled, and the answer says what to do', async (t) => {
  const house = await openHouse(t, engine, { publishNotice: false })
  const refused = await house.post('/register', ana)
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.reason],
    [409, 'notice-not-published', 'none'],
  )
  assert.match(refused.body.detail, /publish a notice/)
  assert.equal((await house.ask('/notice')).status, 404)
  const draft = await house.ask('/privacy/notices/draft')
  const published = await house.ask('/privacy/notices', json('POST', { texts: draft.body }))
  assert.equal(published.status, 201)
  assert.equal((await house.post('/register', ana)).status, 201)
})

test('where a country has faces off, every way to a face is refused and names the way without', async (t) => {
  const house = await openHouse(t, engine, { country: 'FR' })
  const photo: FormPart = ['photo', await portrait('ana')]
  const id = house.newId()
  await house.store.employees.create({ id, name: 'Bo', createdAt: house.clock.now() }, [])
  for (const [path, form] of [
    ['/register', ana],
    ['/clock_in', [photo]],
    [`/employees/${id}/photos`, [photo]],
    [`/employees/${id}/verify`, [photo]],
  ] as const) {
    const { status, body } = await house.post(path, form)
    assert.deepEqual([status, body.code, body.reason], [403, 'face-not-allowed', 'off-by-default'])
    assert.match(body.detail, /PIN.*badge/)
  }
  const { body: standing } = await house.ask('/privacy')
  const { ordinal, by, at, ...choices } = get(standing, 'choices') as Record<string, unknown>
  assert.deepEqual([ordinal, by, at], [1, 'Ada Admin', '2026-03-02T08:00:00Z'])
  const put = (face: unknown) => house.ask('/privacy/choices', json('PUT', { ...choices, face }))
  const noReason = await put({ use: 'on', reason: 'because' })
  assert.deepEqual([noReason.status, noReason.body.field], [422, 'face/reason'])
  assert.equal(
    (await put({ use: 'on', reason: 'Cash room, agreed with the works council' })).status,
    200,
  )
  const untold = await house.post('/register', ana)
  assert.deepEqual([untold.status, untold.body.reason], [409, 'before-face'])
  const draft = await house.ask('/privacy/notices/draft')
  await house.ask('/privacy/notices', json('POST', { texts: draft.body }))
  assert.equal((await house.post('/register', ana)).status, 201)
  assert.equal((await house.post('/clock_in', [photo])).status, 201)
  const { body: history } = await house.ask('/privacy/choices')
  assert.deepEqual(each(history, 'choices', 'face.use', 'face.reason'), [
    ['by-country', undefined],
    ['on', 'Cash room, agreed with the works council'],
  ])
})

test('a face that belongs to nobody leaves no row behind', async (t) => {
  const house = await openHouse(t, engine)
  await house.post('/register', ana)
  // That somebody asked is counted, by the minute; not who was before the camera.
  const rows = async () => ({ ...(await house.rows()), rate_window: 'counted' })
  const before = await rows()
  const unknown = await house.post('/clock_in', [['photo', await portrait('bo')]])
  assert.equal(unknown.body.code, 'unknown')
  assert.deepEqual(await rows(), before)
})
