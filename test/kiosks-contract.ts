import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createKiosks, type Kiosks } from '../src/access/kiosks/kiosks.ts'
import type { Store } from '../src/store/store.ts'
import { createIds } from '../src/system/ids.ts'
import { createTestClock, type TestClock } from './house.ts'
import { signedHead, type DeviceKey } from './kiosk-device.ts'
import type { StoreUnderTest } from './store-under-test.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const newDevice = (): DeviceKey => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const publicText = (device: DeviceKey) =>
  device.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')

type Scene = {
  readonly store: Store
  readonly clock: TestClock
  readonly kiosks: Kiosks
  /** The same database from another server. */
  readonly elsewhere: Kiosks
  readonly siteId: string
}

/** A kiosk is one device, does each thing once, and is gone everywhere when it is revoked. */
export function kiosksContract({ name, makePlace }: StoreUnderTest): void {
  describe(`${name}: kiosks`, () => {
    const guarantees = (title: string, check: (scene: Scene) => Promise<void>) => {
      it(title, async () => {
        const place = await makePlace()
        const [store, other] = [await place.open(), await place.open()]
        try {
          const clock = createTestClock()
          const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
          const siteId = newId()
          await store.sites.add({ id: siteId, name: 'Fès', zone: 'UTC', calendar: null }, 0)
          const world = { clock, newId, random }
          const kiosks = createKiosks({ store: store.kiosks, ...world })
          const elsewhere = createKiosks({ store: other.kiosks, ...world })
          await check({ store, clock, kiosks, elsewhere, siteId })
        } finally {
          await other.close()
          await store.close()
          await place.remove()
        }
      })
    }

    const pairOne = async ({ kiosks, siteId }: Scene, called = 'Entrance') => {
      const device = newDevice()
      const { code } = await kiosks.add(called, siteId)
      const paired = await kiosks.pair(code, publicText(device))
      assert.equal(paired.outcome, 'paired')
      return { device, id: paired.outcome === 'paired' ? paired.kiosk.id : '' }
    }

    guarantees('a code pairs one device, once, and for ten minutes', async (scene) => {
      const { kiosks, elsewhere, clock, siteId } = scene
      const { code, kiosk } = await kiosks.add('Entrance', siteId)
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{8}$/)
      assert.equal(kiosk.pairedAt, null)
      const [key, otherKey] = [publicText(newDevice()), publicText(newDevice())]
      assert.equal((await kiosks.pair('00000000', key)).outcome, 'unknown-code')
      assert.equal((await kiosks.pair(code, 'AAAA')).outcome, 'not-a-key')
      const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
      const both = await Promise.all([kiosks.pair(typed, key), elsewhere.pair(code, otherKey)])
      assert.deepEqual(both.map(({ outcome }) => outcome).toSorted(), ['paired', 'unknown-code'])
      assert.equal((await kiosks.pair(code, key)).outcome, 'unknown-code')

      const again = await kiosks.recode(kiosk.id)
      clock.forward(10 * 60)
      assert.equal((await kiosks.pair(again?.code ?? '', key)).outcome, 'unknown-code')
      const last = await kiosks.recode(kiosk.id)
      clock.forward(10 * 60 - 1)
      assert.equal((await kiosks.pair(last?.code ?? '', key)).outcome, 'paired')
      assert.equal(await kiosks.recode('00000000-0000-7000-8000-000000000000'), undefined)
    })

    guarantees('a request is known by its signature, and each nonce counts once', async (scene) => {
      const { kiosks, elsewhere, clock, siteId } = scene
      const { device, id } = await pairOne(scene)
      const nonce = await elsewhere.nonce()
      const head = signedHead(device, id, nonce, 'POST', '/clock_in?x=1', 'body')
      const known = await kiosks.recognise(head)
      assert.equal(known.outcome, 'kiosk')
      assert.ok(known.outcome === 'kiosk' && known.siteId === siteId && known.id === id)
      assert.equal((await elsewhere.recognise(head)).outcome, 'replayed')
      const another = signedHead(device, id, nonce, 'POST', '/elsewhere', '')
      assert.equal((await kiosks.recognise(another)).outcome, 'replayed')

      const old = await kiosks.nonce()
      clock.forward(121)
      const late = signedHead(device, id, old, 'POST', '/clock_in', '')
      assert.equal((await kiosks.recognise(late)).outcome, 'stale')
      const own = signedHead(device, id, 'A'.repeat(46), 'POST', '/clock_in', '')
      assert.equal((await kiosks.recognise(own)).outcome, 'stale')
    })

    guarantees('of two who use one nonce at the same moment one comes through', async (scene) => {
      const { kiosks, elsewhere } = scene
      const { device, id } = await pairOne(scene)
      const nonce = await kiosks.nonce()
      const all = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          (i % 2 ? kiosks : elsewhere).recognise(
            signedHead(device, id, nonce, 'POST', `/clock_in?${i}`, ''),
          ),
        ),
      )
      assert.equal(all.filter(({ outcome }) => outcome === 'kiosk').length, 1)
      assert.equal(all.filter(({ outcome }) => outcome === 'replayed').length, 5)
    })

    guarantees('nothing that was signed can be changed, or signed by another', async (scene) => {
      const { kiosks } = scene
      const one = await pairOne(scene)
      const other = await pairOne(scene, 'Back door')
      const signed = async (device = one.device, id = one.id) =>
        signedHead(device, id, await kiosks.nonce(), 'POST', '/clock_in?kind=in', 'body')
      const changes = [
        { ...(await signed()), method: 'GET' },
        { ...(await signed()), url: '/clock_in?kind=out' },
        { ...(await signed()), url: '/corrections?kind=in' },
        await signed(other.device, one.id),
        await signed(newDevice(), one.id),
        await signed(one.device, '00000000-0000-7000-8000-000000000000'),
      ]
      for (const head of changes) {
        assert.equal((await kiosks.recognise(head)).outcome, 'not-a-kiosk')
      }
      const without = (missing: string) => async () => {
        const head = await signed()
        const header: typeof head.header = (name) => (name === missing ? '' : head.header(name))
        return kiosks.recognise({ ...head, header })
      }
      assert.equal((await without('signature')()).outcome, 'not-a-kiosk')
      assert.equal((await without('content-digest')()).outcome, 'not-a-kiosk')
      const plain = { method: 'GET', url: '/', header: () => undefined }
      assert.equal((await kiosks.recognise(plain)).outcome, 'unsigned')
    })

    guarantees('one that is revoked is known nowhere any more, and for good', async (scene) => {
      const { kiosks, elsewhere, store } = scene
      const { device, id } = await pairOne(scene)
      const head = async () => signedHead(device, id, await kiosks.nonce(), 'GET', '/x', '')
      assert.equal((await elsewhere.recognise(await head())).outcome, 'kiosk')
      assert.equal(await kiosks.revoke(id), true)
      assert.equal((await elsewhere.recognise(await head())).outcome, 'not-a-kiosk')
      assert.equal(await elsewhere.revoke(id), false)
      assert.equal(await kiosks.recode(id), undefined)
      const [kept] = await store.kiosks.list()
      assert.ok(kept?.revokedAt)
    })

    guarantees('a device that takes the place of another ends it', async (scene) => {
      const { kiosks } = scene
      const { device, id } = await pairOne(scene)
      const next = newDevice()
      const coded = await kiosks.recode(id)
      const still = signedHead(device, id, await kiosks.nonce(), 'GET', '/x', '')
      assert.equal((await kiosks.recognise(still)).outcome, 'kiosk')
      await kiosks.pair(coded?.code ?? '', publicText(next))
      const before = signedHead(device, id, await kiosks.nonce(), 'GET', '/x', '')
      assert.equal((await kiosks.recognise(before)).outcome, 'not-a-kiosk')
      const now = signedHead(next, id, await kiosks.nonce(), 'GET', '/x', '')
      assert.equal((await kiosks.recognise(now)).outcome, 'kiosk')
    })

    guarantees('what a kiosk says of itself is there to be looked at', async (scene) => {
      const { kiosks, store, clock } = scene
      const { id } = await pairOne(scene)
      clock.forward(30)
      await kiosks.heartbeat(id, { version: '1.2.3', camera: 'denied' })
      const [kiosk] = await store.kiosks.list()
      const at = Temporal.Instant.from('2026-03-02T08:00:30Z')
      assert.deepEqual(kiosk?.seen, { at, version: '1.2.3', camera: 'denied' })
      assert.equal((await store.kiosks.rename(id, 'Gate'))?.name, 'Gate')
    })

    guarantees('nonces are forgotten when nobody can use them any more', async (scene) => {
      const { kiosks, store, clock } = scene
      const { device, id } = await pairOne(scene)
      const nonce = await kiosks.nonce()
      const head = signedHead(device, id, nonce, 'GET', '/x', '')
      await kiosks.recognise(head)
      await store.kiosks.dropNoncesBefore(clock.now())
      assert.equal((await kiosks.recognise(head)).outcome, 'replayed')
      clock.forward(121)
      await store.kiosks.dropNoncesBefore(clock.now())
      assert.equal((await kiosks.recognise(head)).outcome, 'stale')
      const until = clock.now().add({ hours: 1 })
      assert.equal(await store.kiosks.useNonce(nonce, until), true)
    })
  })
}
