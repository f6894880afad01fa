import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBadges, type Badges } from '../src/access/credentials/badges.ts'
import { pinLimits } from '../src/access/credentials/pin-limits.ts'
import { createPins, type Pins } from '../src/access/credentials/pins.ts'
import { createPasswordHashes } from '../src/access/password-hash.ts'
import { parseEmployeeNumber } from '../src/identity/employee-number.ts'
import type { Store } from '../src/store/store.ts'
import { createIds } from '../src/system/ids.ts'
import { createTestClock, type TestClock } from './house.ts'
import type { StoreUnderTest } from './store-under-test.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

type Scene = {
  readonly store: Store
  readonly other: Store
  readonly clock: TestClock
  readonly newId: () => string
  readonly pins: Pins
  readonly badges: Badges
  /** Adds an employee; gives their id. */
  readonly add: (number: string) => Promise<string>
}

/** A PIN or a badge opens what it is for, and guessing opens nothing. */
export function credentialsContract({ name, makePlace }: StoreUnderTest): void {
  describe(`${name}: PINs and badges`, () => {
    const guarantees = (title: string, check: (scene: Scene) => Promise<void>) => {
      it(title, async () => {
        const place = await makePlace()
        const [store, other] = [await place.open(), await place.open()]
        try {
          const clock = createTestClock()
          const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
          const world = { clock, newId, random, parseNumber: parseEmployeeNumber }
          const hashes = createPasswordHashes((length) =>
            crypto.getRandomValues(new Uint8Array(length)),
          )
          const pins = createPins({ store: store.pins, audit: store.audit, hashes, ...world })
          const badges = createBadges({ store: store.badges, ...world })
          const add = async (number: string) => {
            const id = newId()
            const createdAt = clock.now()
            await store.employees.create({ id, name: 'Ana', number, createdAt }, [])
            return id
          }
          await check({ store, other, clock, newId, pins, badges, add })
        } finally {
          await other.close()
          await store.close()
          await place.remove()
        }
      })
    }

    const tryPin = (pins: Pins, number: string, pin: string, device = 'kiosk:a') =>
      pins.check({ number, pin, device })
    const wrongFor = (pin: string) => (pin === '13579086' ? '13579087' : '13579086')

    guarantees('a number and its PIN say who somebody is, however typed', async (scene) => {
      const { pins, add } = scene
      const id = await add('A-7')
      assert.deepEqual(await pins.standing(id), { state: 'none' })
      const first = (await pins.reset(id)) ?? ''
      assert.match(first, /^\d{8}$/)
      const arabic = first.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
      assert.deepEqual(await tryPin(pins, ' a-7', arabic), { outcome: 'known', employeeId: id })
      const second = (await pins.reset(id)) ?? ''
      assert.equal((await tryPin(pins, 'A-7', first)).outcome, 'wrong-pin')
      assert.equal((await tryPin(pins, 'A-7', second)).outcome, 'known')
      assert.equal(await pins.reset('00000000-0000-7000-8000-000000000000'), undefined)
      assert.equal(await pins.remove(id), true)
      assert.equal((await tryPin(pins, 'A-7', second)).outcome, 'wrong-pin')
    })

    guarantees('whatever is no number or PIN is simply wrong, and hurts nothing', async (scene) => {
      const { pins, add } = scene
      const id = await add('7')
      await pins.reset(id)
      for (const [number, pin] of [
        ['7', '0000'],
        ['7', '1234'],
        ['7', ''],
        ['7', '1'.repeat(5000)],
        ["7' or '1'='1", '12345678'],
        ['7', "' or ''='"],
        ['nobody', '24681357'],
        ['\u0000', '24681357'],
      ] as const) {
        assert.deepEqual(await tryPin(pins, number, pin), { outcome: 'wrong-pin' })
      }
      assert.equal((await pins.standing(id)).state, 'set')
    })

    guarantees(
      'after ten wrong ones in a row a PIN opens nothing until it is made anew',
      async (scene) => {
        const { pins, add, clock, store } = scene
        const id = await add('7')
        const pin = (await pins.reset(id)) ?? ''
        const device = (i: number) => `kiosk:${i}`
        for (let i = 0; i < 9; i++) await tryPin(pins, '7', wrongFor(pin), device(i))
        assert.equal((await tryPin(pins, '7', pin)).outcome, 'known')
        assert.equal((await store.pins.stateOf(id))?.wrong, 0)
        for (let i = 0; i < 10; i++) await tryPin(pins, '7', wrongFor(pin), device(i))
        assert.equal((await pins.standing(id)).state, 'disabled')
        clock.forward(48 * 3600)
        assert.equal((await tryPin(pins, '7', pin)).outcome, 'wrong-pin')
        const anew = (await pins.reset(id)) ?? ''
        assert.equal((await tryPin(pins, '7', anew)).outcome, 'known')
      },
    )

    guarantees('a kiosk pauses after ten wrong ones, and the others go on', async (scene) => {
      const { pins, add, clock } = scene
      const pin = (await pins.reset(await add('7'))) ?? ''
      for (let i = 0; i < 10; i++) await tryPin(pins, `no-${i}`, '13579086')
      assert.deepEqual(await tryPin(pins, '7', pin), {
        outcome: 'too-many-tries',
        waitSeconds: 300,
      })
      assert.equal((await tryPin(pins, '7', pin, 'kiosk:b')).outcome, 'known')
      clock.forward(301)
      assert.equal((await tryPin(pins, '7', pin)).outcome, 'known')
    })

    guarantees(
      'however many try at once, no more are let through than the limits allow',
      async (scene) => {
        const { store, other, newId, clock } = scene
        const begin = (at: Store, device: string) =>
          at.pins.begin({ id: newId(), number: '1', device, at: clock.now() }, (wrong) =>
            wrong.ofCompanyADay >= 25 || wrong.ofDeviceADay >= 10 ? 60 : undefined,
          )
        const all = await Promise.all(
          Array.from({ length: 60 }, (_, i) => begin(i % 2 ? store : other, `kiosk:${i % 3}`)),
        )
        const through = all.filter(({ waitSeconds }) => waitSeconds === undefined)
        assert.equal(through.length, 25)
        clock.forward(pinLimits.dayHours * 3600 + 1)
        assert.equal((await begin(store, 'kiosk:0')).waitSeconds, undefined)
        await store.pins.dropAttemptsBefore(clock.now())
      },
    )

    guarantees(
      'a badge is found by what was printed, until it is revoked or made anew',
      async (scene) => {
        const { badges, add } = scene
        const [ana, bo] = [await add('1'), await add('2')]
        const gone = '00000000-0000-7000-8000-000000000000'
        const [first, second] = await badges.issue([ana, bo, gone])
        assert.ok(first && second)
        assert.match(first.text, /^[A-Z]{40}$/)
        assert.equal(await badges.ownerOf(` ${first.text.toLowerCase()}\n`), ana)
        assert.equal(await badges.ownerOf(second.text), bo)
        const [anew] = await badges.issue([ana])
        assert.equal(await badges.ownerOf(first.text), undefined)
        assert.equal(await badges.ownerOf(anew?.text ?? ''), ana)
        assert.equal(await badges.revoke(ana), true)
        assert.equal(await badges.ownerOf(anew?.text ?? ''), undefined)
        assert.equal(await badges.revoke(ana), false)
        const hostile = [
          "' or 1=1 --",
          '',
          'B'.repeat(41),
          '\u0000'.repeat(40),
          '=cmd()',
          'B'.repeat(40),
        ]
        for (const text of hostile) assert.equal(await badges.ownerOf(text), undefined)
      },
    )

    guarantees('PIN and badge of one who left open nothing, and are gone', async (scene) => {
      const { pins, badges, add, store, newId, clock } = scene
      const id = await add('7')
      const pin = (await pins.reset(id)) ?? ''
      const [badge] = await badges.issue([id])
      await store.records.append(id, () => ({
        ...{ id: newId(), employeeId: id, kind: 'in', at: clock.now() },
      }))
      await store.employees.forget(id, 'keep', clock.now())
      assert.equal((await tryPin(pins, '7', pin)).outcome, 'wrong-pin')
      assert.equal(await badges.ownerOf(badge?.text ?? ''), undefined)
      assert.equal(await store.pins.stateOf(id), undefined)
      assert.equal(await store.badges.madeAt(id), undefined)
      assert.equal(await pins.reset(id), undefined)
      assert.deepEqual(await badges.issue([id]), [])
    })

    guarantees('a site is as it was said, and else as usual', async ({ store, newId }) => {
      const id = newId()
      await store.sites.add({ id, name: 'Fès', zone: 'UTC', calendar: null }, 0)
      assert.equal(await store.siteModes.of(id), 'face-or-pin')
      assert.equal(await store.siteModes.put(id, 'no-face'), true)
      assert.equal(await store.siteModes.put(id, 'badge-and-face'), true)
      assert.equal(await store.siteModes.of(id), 'badge-and-face')
      assert.equal(await store.siteModes.put(newId(), 'face'), false)
    })
  })
}
