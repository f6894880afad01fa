import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import {
  createFaceEngine,
  recogniserNamed,
  type FaceEngine,
  type PackState,
} from '../src/face/index.ts'
import { chooseRecogniser } from '../src/identity/choose-recogniser.ts'
import { decisionSettings } from '../src/identity/decision.ts'
import { createIdentity } from '../src/identity/services.ts'
import { soleFace } from '../src/identity/sole-face.ts'
import { createStore } from '../src/store/store.ts'
import { createIds } from '../src/system/ids.ts'
import { createTestClock, openHouse } from './house.ts'
import { testMasterKey } from './master-key.ts'
import { packsDirectory, skipWithoutPacks } from './packs.ts'
import { otherPortrait, portrait, type Person } from './portraits.ts'

const skip = skipWithoutPacks()
const better = recogniserNamed('retail-0095')
const complete = { state: async (): Promise<PackState> => 'complete' }
const clock = createTestClock()
const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
const settings = decisionSettings({ targetFpir: undefined, minMargin: undefined })
const consent = {
  notice: { version: 1, language: 'fr', hash: '0'.repeat(64) },
  form: { how: 'on-paper', keptAt: 'here' },
  by: 'tests',
  at: clock.now(),
} as const

async function databaseOf(t: TestContext) {
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-change-'))
  const store = await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    rmSync(directory, { recursive: true })
  })
  return store
}

type Store = Awaited<ReturnType<typeof databaseOf>>

async function withEngine<T>(engine: FaceEngine, work: () => Promise<T>): Promise<T> {
  return work().finally(() => engine.close())
}

/** Who is found by a photo, with the identity of some server. */
async function found(
  engine: FaceEngine,
  { identification }: Awaited<ReturnType<typeof createIdentity>>,
  photo: Uint8Array,
) {
  const face = soleFace(await engine.look(photo, { purpose: 'probe' }), 'probe')
  assert.equal(face.outcome, 'usable')
  if (face.outcome !== 'usable') return undefined
  const decision = identification.identify(face)
  return decision.outcome === 'match' ? decision.employeeId : decision.outcome
}

const enrolOnBuiltin = (store: Store, people: readonly Person[]) => {
  return createFaceEngine({ recogniser: 'builtin' }).then((engine) =>
    withEngine(engine, async () => {
      const { enrolment } = await createIdentity({ engine, store, clock, newId, settings })
      const ids: string[] = []
      for (const person of people) {
        const result = await enrolment.enrol(person, [await portrait(person)], { consent })
        assert.equal(result.outcome, 'enrolled')
        if (result.outcome === 'enrolled') ids.push(result.employee.id)
      }
      return ids
    }),
  )
}

test(
  'after a change everybody is found by either recogniser until they are enrolled again, and nobody becomes somebody else',
  { skip },
  async (t) => {
    const store = await databaseOf(t)
    const [ana = '', bo = ''] = await enrolOnBuiltin(store, ['ana', 'bo'])
    const choose = () =>
      chooseRecogniser({
        templates: store.templates,
        packs: complete,
        wanted: undefined,
        ...store.recogniserChange,
      })
    assert.deepEqual(await choose(), { outcome: 'use', card: recogniserNamed('builtin') })
    await store.recogniserChange.change(better.name, clock.now())
    assert.deepEqual(await choose(), {
      outcome: 'use',
      card: better,
      former: recogniserNamed('builtin'),
    })

    const engine = await createFaceEngine({
      recogniser: 'retail-0095',
      former: 'builtin',
      packsDirectory,
    })
    await withEngine(engine, async () => {
      const identity = await createIdentity({ engine, store, clock, newId, settings })
      const { enrolment, verify, identification } = identity
      const [anaAgain, boAgain] = [await otherPortrait('ana'), await otherPortrait('bo')]
      assert.equal(await found(engine, identity, anaAgain), ana)
      assert.deepEqual(await verify(ana, anaAgain), { outcome: 'match' })
      assert.deepEqual(await verify(ana, boAgain), { outcome: 'no-match' })
      assert.deepEqual(await verify(newId(), anaAgain), { outcome: 'no-template' })
      assert.equal(await found(engine, identity, await portrait('stranger')), 'unknown')

      const twice = await enrolment.enrol('Somebody', [anaAgain], { consent })
      assert.equal(twice.outcome, 'already-enrolled', 'of templates of the one before, too')
      const stolen = await enrolment.addPhotos(ana, [boAgain], { consent })
      assert.deepEqual(
        [stolen.outcome, 'photos' in stolen && stolen.photos[0]?.outcome],
        ['no-photo-accepted', 'other-person'],
      )
      const waiting = async () =>
        (await store.recogniserChange.listWithout([better.recipe], { limit: 10 })).map(
          ({ name }) => name,
        )
      assert.deepEqual(await waiting(), ['ana', 'bo'])
      const moved = await enrolment.addPhotos(ana, [await portrait('ana')], { consent })
      assert.equal(moved.outcome, 'enrolled')
      assert.deepEqual(await waiting(), ['bo'])
      assert.equal(await found(engine, identity, anaAgain), ana)
      assert.equal(await found(engine, identity, boAgain), bo)
      const agreed = identification.agreement?.()
      assert.deepEqual([agreed?.same, agreed?.['only-former'], agreed?.different], [1, 2, 0])

      await identity.forgetEmployee(bo, 'erase')
      assert.equal(await found(engine, identity, boAgain), 'unknown', 'forgotten by both')
    })
    assert.deepEqual(await choose(), { outcome: 'use', card: better }, 'nobody is left')

    await store.recogniserChange.change('builtin', clock.now())
    assert.deepEqual(await choose(), { outcome: 'use', card: recogniserNamed('builtin') })
  },
)

test('no server starts by one of two recognisers without the files of the other', async (t) => {
  const store = await databaseOf(t)
  const vector = new Float32Array(better.embeddingLength).fill(1 / 16)
  const template = {
    ...{ id: newId(), employeeId: 'a', createdAt: clock.now() },
    embedding: { model: better.recipe, vector },
  }
  await store.employees.create({ id: 'a', name: 'A', createdAt: clock.now() }, [template])
  await store.recogniserChange.change('builtin', clock.now())
  const choice = await chooseRecogniser({
    templates: store.templates,
    packs: { state: async ({ files }) => (files.length === 0 ? 'complete' : 'missing') },
    wanted: undefined,
    ...store.recogniserChange,
  })
  assert.deepEqual(choice, { outcome: 'missing', card: better, isDamaged: false })
})

test('the server tells what recognises faces, and what would do it better while nobody is enrolled', async (t) => {
  const house = await openHouse(t)
  const before = (await house.ask('/recogniser')).body as unknown as Record<string, unknown>
  assert.deepEqual(
    [before['name'], before['better'], before['former']],
    ['builtin', better.name, null],
  )
  assert.deepEqual((await house.ask('/recogniser/waiting')).body, { employees: [] })
  const refused = await house.ask('/recogniser/waiting?limit=0')
  assert.equal(refused.status, 400)
})
