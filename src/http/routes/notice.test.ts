import assert from 'node:assert/strict'
import { test } from 'node:test'
import { get } from '../../../test/office.ts'
import { openHouse } from '../../../test/house.ts'

const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
const nobody = { cookie: '' }

test('everybody reads the notice without signing in, as data and as a page in their language', async (t) => {
  const house = await openHouse(t)
  const data = await house.ask('/notice', { headers: nobody })
  assert.deepEqual([data.status, get(data.body, 'version')], [200, 1])
  const page = async (query: string, accepted: string) => {
    const headers = { ...nobody, accept: 'text/html,*/*', 'accept-language': accepted }
    const response = await fetch(`${house.origin}/notice${query}`, { headers })
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
    return response.text()
  }
  assert.match(await page('', 'ar-MA,fr;q=0.8'), /<html lang="ar" dir="rtl">/)
  assert.match(await page('', 'de,en-GB;q=0.5'), /<html lang="en" dir="ltr">/)
  assert.match(await page('?language=fr', 'ar'), /<h1>Vos données à la pointeuse<\/h1>/)
  assert.equal((await house.ask('/notice?language=de')).status, 400)
})

test('what a notice says is text: no markup of whoever wrote it reaches a page', async (t) => {
  const house = await openHouse(t)
  const evil = `# <script>alert(1)</script>\n\n- <img src=x onerror="alert(2)">\n\n${'"><b>a</b> '.repeat(40)}`
  const texts = { fr: evil, en: evil, ar: evil }
  const published = await house.ask('/privacy/notices', json('POST', { texts }))
  assert.deepEqual([published.status, get(published.body, 'version')], [201, 2])
  const response = await fetch(`${house.origin}/notice`, { headers: { accept: 'text/html' } })
  const page = await response.text()
  assert.doesNotMatch(page, /<script|<img|<b>/)
  assert.match(page, /&lt;script&gt;/)
})

test('a text that tells nobody anything is refused with the language that it is in', async (t) => {
  const house = await openHouse(t)
  const { body: draft } = await house.ask('/privacy/notices/draft')
  const texts = { ...(draft as unknown as object), ar: 'لا شيء' }
  const refused = await house.ask('/privacy/notices', json('POST', { texts }))
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.field, refused.body.reason],
    [422, 'invalid-value', 'texts/ar', 'too-short'],
  )
})

test('the countries are told with their sources before anybody signs in', async (t) => {
  const house = await openHouse(t)
  const { status, body } = await house.ask('/privacy/countries', { headers: nobody })
  assert.equal(status, 200)
  const countries = get(body, 'countries') as { sources: { url: string }[] }[]
  assert.ok(countries.length >= 7, `${countries.length} countries`)
  for (const profile of countries) {
    assert.ok(profile.sources.length > 0)
    for (const { url } of profile.sources) assert.match(url, /^https:\/\//)
  }
})

test('Illinois lets nobody keep templates for longer than its law', async (t) => {
  const house = await openHouse(t, undefined, { country: 'US-IL' })
  const { body } = await house.ask('/privacy')
  const {
    ordinal: _,
    by: __,
    at: ___,
    ...choices
  } = get(body, 'choices') as Record<string, unknown>
  const retention = { templateUnusedDays: 1096 }
  const refused = await house.ask('/privacy/choices', json('PUT', { ...choices, retention }))
  assert.deepEqual([refused.status, refused.body.field], [422, 'retention/templateUnusedDays'])
})
