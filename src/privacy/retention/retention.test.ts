import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { openPrivacy } from '../../../test/privacy.ts'

const day = 24 * 3600

/** Illinois, where templates go after three years. */
async function open(t: TestContext) {
  const house = await openPrivacy(t)
  await house.privacy.setUp({ country: 'US-IL', publishNotice: true, by: 'Ada' })
  const { store, clock, newId, privacy } = house
  return {
    ...house,
    async enrol(withTemplate = true) {
      const id = newId()
      const createdAt = clock.now()
      const embedding = { model: 'm', vector: Float32Array.of(1, 0) }
      const template = { id: newId(), employeeId: id, embedding, createdAt }
      const reading = await privacy.consents.read({ consent: 'Cabinet 2' }, 'Ada')
      assert.ok(reading.outcome === 'given')
      const templates = withTemplate ? [template] : []
      await store.employees.create(
        { id, name: 'Ana', createdAt },
        templates,
        undefined,
        undefined,
        reading.consent,
      )
      return id
    },
    async clockIn(employeeId: string) {
      const record = { id: newId(), employeeId, kind: 'in', at: clock.now() } as const
      await store.records.append(employeeId, () => record)
    },
    templatesOf: async (id: string) => (await store.employees.find(id))?.templates,
  }
}

test('a dry run tells what would go and lets everything be; the run does just that', async (t) => {
  const { clock, privacy, enrol, clockIn, templatesOf, store, gone } = await open(t)
  const [quiet, busy] = [await enrol(), await enrol()]
  clock.forward(2 * 365 * day)
  await clockIn(busy)
  clock.forward(2 * 365 * day)
  const plan = await privacy.retention.plan()
  assert.deepEqual(
    plan?.templates.map(({ employeeId }) => employeeId),
    [quiet],
  )
  assert.equal(await templatesOf(quiet), 1)
  const run = await privacy.retention.run('itself')
  assert.deepEqual(run.outcome === 'done' && [run.templates, run.people], [1, 0])
  assert.deepEqual([await templatesOf(quiet), await templatesOf(busy)], [0, 1])
  assert.deepEqual(gone, [quiet])
  const events = await privacy.consents.of(quiet)
  assert.deepEqual(
    events.map(({ act, by }) => [act, by]),
    [
      ['given', 'Ada'],
      ['withdrawn', 'retention'],
    ],
  )
  assert.deepEqual((await privacy.retention.plan())?.templates, [])
  assert.equal((await store.consents.of(busy)).length, 1)
})

test('of whoever left, everything goes after the years, and not a day before', async (t) => {
  const { clock, privacy, enrol, clockIn, store } = await open(t)
  const id = await enrol()
  await clockIn(id)
  await store.employees.forget(id, 'keep', clock.now())
  clock.forward(3 * 365 * day)
  assert.deepEqual((await privacy.retention.plan())?.people, [])
  clock.forward(2 * day)
  const run = await privacy.retention.run('itself')
  assert.equal(run.outcome === 'done' && run.people, 1)
  assert.equal(await store.hours.person(id), undefined)
  assert.deepEqual(await store.consents.of(id), [])
})

test('a clock set forward by years erases nobody by itself', async (t) => {
  const { clock, privacy, enrol, templatesOf } = await open(t)
  const all = await Promise.all(Array.from({ length: 10 }, () => enrol()))
  clock.forward(20 * 365 * day)
  assert.equal((await privacy.retention.run('itself')).outcome, 'held-back')
  assert.deepEqual(await Promise.all(all.map(templatesOf)), Array(10).fill(1))
  assert.equal((await privacy.retention.run('somebody')).outcome, 'done')
  assert.deepEqual(await Promise.all(all.map(templatesOf)), Array(10).fill(0))
})

test('before anybody chose a country nothing is known, and nothing goes', async (t) => {
  const { privacy } = await openPrivacy(t)
  assert.equal(await privacy.retention.plan(), undefined)
  assert.deepEqual(await privacy.retention.run('itself'), { outcome: 'not-set-up' })
})
