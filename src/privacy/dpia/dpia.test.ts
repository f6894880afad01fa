import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { htmlOf } from '../../document/html.ts'
import { openPrivacy } from '../../../test/privacy.ts'
import { createDpia } from './dpia.ts'
import type { LiveSettings } from './dpia-facts.ts'

const settings: LiveSettings = {
  database: 'SQLite',
  listensOn: 'this-machine',
  tls: 'none',
  templatesSealedBy: 'master-key-file',
  correctionsNeedApproval: true,
  recogniser: 'faceres',
  decision: {
    templates: 40,
    targetFpir: 1e-3,
    expectedFpir: 1e-3,
    threshold: 4.5,
    minMargin: 0.5,
    fmr: 2.5e-5,
    measured: true,
  },
  verificationFmr: 1e-4,
  measuredOn: { description: 'Public photos', people: 100, photos: 500, comparisons: 123_456 },
}

async function open(t: TestContext, country = 'US-IL') {
  const house = await openPrivacy(t)
  await house.privacy.setUp({ country, publishNotice: true, by: 'Ada' })
  const { store, clock, privacy } = house
  const page = async (language: 'fr' | 'en', more: Partial<LiveSettings> = {}) => {
    const liveSettings = () => ({ ...settings, ...more })
    const makeDpia = createDpia({ store, clock, notices: privacy.notices, liveSettings })
    const document = await makeDpia(language)
    assert.ok(document)
    return htmlOf(document)
  }
  return { ...house, page }
}

/** One setting after the other, and what an assessor must then read of it in both languages. */
const changes: readonly [Partial<LiveSettings>, RegExp][] = [
  [{ database: 'PostgreSQL' }, /PostgreSQL/],
  [{ listensOn: 'network' }, /reachable from the network|accessible depuis le réseau/],
  [{ tls: 'proxy' }, /TLS at a proxy|TLS par un proxy/],
  [{ templatesSealedBy: 'none' }, /SEAL THEM|À SCELLER/],
  [{ correctionsNeedApproval: false }, /WITHOUT a second|SANS l’accord/],
  [{ recogniser: 'arcface' }, /arcface/],
  [{ verificationFmr: 1e-5 }, /1 : 100[,\s\u202f]000/],
  [{ decision: { ...settings.decision, templates: 77 } }, />77</],
  [{ decision: { ...settings.decision, targetFpir: 1e-2 } }, /1 : 100</],
  [{ decision: { ...settings.decision, threshold: 6.25 } }, /6\.25/],
  [{ decision: { ...settings.decision, measured: false } }, /drawn on|prolongé/],
  [{ measuredOn: { ...settings.measuredOn, people: 321 } }, /321 (people|personnes)/],
]

test('changing any setting changes the assessment, in both languages', async (t) => {
  const { page } = await open(t)
  for (const language of ['fr', 'en'] as const) {
    const before = await page(language)
    for (const [change, expected] of changes) {
      assert.doesNotMatch(before, expected)
      assert.match(await page(language, change), expected)
    }
  }
})

test('what is decided about data is what the assessment says', async (t) => {
  const { page, store, clock } = await open(t, 'FR')
  assert.match(await page('en'), /off by the country’s default/)
  const choices = await store.choices.latest()
  assert.ok(choices)
  const reason = 'Cash room, agreed with the works council'
  const controller = { name: 'Atelier <Zaïd>', address: '1 rue de Fès', contact: 'RH' }
  const retention = { templateUnusedDays: 91, recordYears: 8 }
  await store.choices.add(
    { ...choices, face: { use: 'on', reason }, controller, retention },
    { by: 'Ada', at: clock.now() },
  )
  const page2 = await page('fr')
  for (const said of [reason, 'Atelier &lt;Zaïd&gt;', '91 jours', '8 ans', 'AUCUNE qui dise'])
    assert.ok(page2.includes(said), said)
})

test('people who never agreed are counted, and what only people can answer is left open', async (t) => {
  const { page, store, newId, clock } = await open(t)
  const id = newId()
  const createdAt = clock.now()
  const embedding = { model: 'm', vector: Float32Array.of(1, 0) }
  const template = { id: newId(), employeeId: id, embedding, createdAt }
  await store.employees.create({ id, name: 'Ana', createdAt }, [template])
  const text = await page('en')
  assert.match(text, /Templates without a recorded consent<\/th><td>1</)
  assert.equal(text.match(/To be answered by the controller: \w/g)?.length, 13)
  assert.doesNotMatch(text, /Ana|undefined|NaN/)
})
