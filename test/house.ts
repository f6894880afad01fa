import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { TestContext } from 'node:test'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../src/ports/clock.ts'
import { decisionSettings } from '../src/identity/decision.ts'
import { createIds } from '../src/system/ids.ts'
import { createDoor, type DoorServices } from '../src/access/door.ts'
import { parseEmployeeNumber } from '../src/identity/employee-number.ts'
import { createIdentity } from '../src/identity/services.ts'
import { type AccessServices, createAccess } from '../src/access/services.ts'
import { createAttendance } from '../src/attendance/services.ts'
import { createFaceEngine, recogniserNamed, type FaceEngine } from '../src/face/index.ts'
import { createDpia } from '../src/privacy/dpia/dpia.ts'
import { liveSettingsOf } from '../src/privacy/dpia/live-settings.ts'
import { createPrivacy, type PrivacyServices } from '../src/privacy/services.ts'
import { createApp } from '../src/http/app.ts'
import { httpLimits, type HttpLimits } from '../src/http/limits.ts'
import { createStore } from '../src/store/store.ts'
import { asAdmin, asWhoMay } from './admin.ts'
import { testMasterKey } from './master-key.ts'
import { setUpForTests, signInAdmin } from './set-up.ts'

/** A clock that a test turns. */
export type TestClock = Clock & { forward(seconds: number): void }

export function createTestClock(start = '2026-03-02T08:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    forward(seconds) {
      now = now.add({ milliseconds: Math.round(seconds * 1000) })
    },
  }
}

type Shown = {
  id: string
  name: string
  number: string
  templates: number
  coverage: Record<string, boolean>
}
type Noted = { id: string; kind: string; at: string; employee: Shown | null }

/** Whatever an answer of the server may hold; a test looks at what it expects. */
type AnswerBody = {
  outcome: string
  receipt: string
  employee: Shown
  record: Noted
  photos: { index: number; outcome: string; quality?: number }[]
  replaced: number
  employees: Shown[]
  records: Noted[]
  next: string | null
  code: string
  title: string
  detail: string
  field: string
  reason: string
  reasons: string[]
  count: number
  targetFpir: number
  threshold: number
} & Shown

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: AnswerBody
}

export type FormPart = readonly [name: string, value: string | Uint8Array]

export type House = {
  /** Where the server listens, such as http://127.0.0.1:40123. */
  readonly origin: string
  /** The file of its database. */
  readonly databasePath: string
  readonly clock: TestClock
  readonly newId: () => string
  readonly store: Awaited<ReturnType<typeof createStore>>
  readonly door: DoorServices
  readonly access: AccessServices
  readonly privacy: PrivacyServices
  /** Headers that say that its admin asks; `ask` sends them by itself. */
  readonly asAdmin: Readonly<Record<string, string>>
  /**
   * Asks as an admin, or with a key where only those are let in, unless the headers have a cookie, perhaps an
   * empty one, or a key.
   */
  ask(path: string, init?: RequestInit): Promise<Answer>
  /** The same for what is no JSON. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** How many rows every table of the database holds. */
  rows(): Promise<Readonly<Record<string, number>>>
  /** Keeps an employee with one template, without a photo. */
  enrol(name: string): Promise<string>
  /**
   * Posts a multipart form; a value may be given several times. Photos to enrol come with a consent on paper
   * unless the form says something of it.
   */
  post(
    path: string,
    parts: readonly FormPart[],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}

let sharedEngine: Promise<FaceEngine> | undefined

/** Starts the engine once for all tests of a file, which is to close it after them. */
export const realEngine = (): Promise<FaceEngine> => (sharedEngine ??= createFaceEngine())

/** For tests that send no photo. */
const noEngine: FaceEngine = {
  model: recogniserNamed('builtin').recipe,
  look: () => Promise.reject(new Error('This house has no engine')),
  close: () => Promise.resolve(),
}

const seldomEnough = { max: 1_000_000, seconds: 60 }
/** A clock that stands still is a minute that does not end. */
const noRateLimits: HttpLimits['rates'] = {
  ...{ address: seldomEnough, kiosk: seldomEnough, operator: seldomEnough },
  ...{ 'api-key': seldomEnough, employee: seldomEnough },
}

export type HouseOptions = {
  readonly correctionsNeedApproval?: boolean
  /** Not set up yet: nobody is signed in. */
  readonly isFresh?: boolean
  /** Where the house stands; faces are in use with a consent unless told otherwise. */
  readonly country?: string
  /** Whether people have been told; without it nobody is enrolled. */
  readonly publishNotice?: boolean
  readonly limits?: HttpLimits
  readonly secondFactorFor?: 'nobody' | 'admins'
  readonly trustProxy?: readonly string[]
}

/**
 * The whole server on a port of its own, with a database of its own. It is set up, and whoever asks without
 * saying who they are asks as its admin, or as a program that clocks in.
 */
export async function openHouse(
  t: TestContext,
  engine: FaceEngine = noEngine,
  {
    isFresh = false,
    country = 'other',
    publishNotice = true,
    limits,
    trustProxy,
    secondFactorFor = 'nobody',
    ...more
  }: HouseOptions = {},
): Promise<House> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-house-'))
  const databasePath = join(directory, 'pointeuse.db')
  const store = await createStore(`sqlite:${databasePath}`, testMasterKey)
  const clock = createTestClock()
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const world = { engine, store, clock, newId }
  const decision = decisionSettings({ targetFpir: undefined, minMargin: undefined })
  const identity = await createIdentity({ ...world, settings: decision })
  const settings = { debounceSeconds: 60, correctionsNeedApproval: true, ...more }
  const attendance = createAttendance({ ...world, identity, settings })
  const door = createDoor({ ...world, random, parseNumber: parseEmployeeNumber })
  const { galleries: gallery } = identity.identification
  const privacy = createPrivacy({
    ...{ store, clock, ...identity, ...identity.identification, ...door },
    gallery,
  })
  const access = createAccess({ ...world, random, afterSetUp: privacy.setUp, secondFactorFor })
  const liveSettings = liveSettingsOf(
    {
      ...{ databaseUrl: 'sqlite:', host: '127.0.0.1', tls: 'none' as const },
      templatesSealedBy: 'master-key-file',
      correctionsNeedApproval: settings.correctionsNeedApproval,
    },
    identity.identification,
  )
  const makeDpia = createDpia({ store, clock, notices: privacy.notices, liveSettings })
  const services = {
    ...identity,
    ...attendance,
    access,
    privacy,
    makeDpia,
    door,
    store,
    clock,
    hasFace: true,
  }
  const app = await createApp({
    services: () => services,
    readiness: async () => ({ ready: true }),
    newId,
    log: pino({ level: 'silent' }),
    limits: limits ?? { ...httpLimits, rates: noRateLimits },
    ...(trustProxy && { trustProxy }),
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  t.after(async () => {
    await app.close()
    await store.close()
    await rm(directory, { recursive: true })
  })

  let signedInAt = clock.now()
  if (!isFresh) await setUpForTests(store, signedInAt, { country, publishNotice })
  /** As if the admin had signed in again whenever the test turned the clock further than a session lasts. */
  const stayAdmin = async () => {
    if (clock.now().since(signedInAt).abs().total('minutes') < 5) return
    signedInAt = clock.now()
    await signInAdmin(store, signedInAt)
  }
  const fetchAsAdmin = async (path: string, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers)
    if (!isFresh && !headers.has('cookie') && !headers.has('authorization')) {
      await stayAdmin()
      for (const [name, value] of Object.entries(asWhoMay(path))) headers.set(name, value)
    }
    return fetch(`${origin}${path}`, { ...init, headers })
  }
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetchAsAdmin(path, init)
    const text = await response.text()
    // A page or a file says nothing that a test of answers looks at.
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const body = JSON.parse((isJson && text) || 'null') as AnswerBody
    return { status: response.status, headers: response.headers, body }
  }
  return {
    origin,
    databasePath,
    clock,
    newId,
    store,
    access,
    door,
    privacy,
    asAdmin,
    ask,
    fetch: fetchAsAdmin,
    rows: () => countRows(databasePath),
    async enrol(name) {
      const id = newId()
      const embedding = { model: engine.model, vector: Float32Array.of(1, 0) }
      const createdAt = clock.now()
      const template = { id: newId(), employeeId: id, embedding, createdAt }
      await store.employees.create({ id, name, createdAt }, [template])
      return id
    },
    post(path, parts, headers = {}) {
      const form = new FormData()
      for (const [name, value] of [...parts, ...consentFor(path, parts)]) {
        if (typeof value === 'string') form.append(name, value)
        else form.append(name, new Blob([new Uint8Array(value)]), 'photo.jpg')
      }
      return ask(path, { method: 'POST', headers, body: form })
    },
  }
}

async function countRows(path: string): Promise<Record<string, number>> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all()
    return Object.fromEntries(
      tables.map(({ name }) => {
        const counted = database.prepare(`select count(*) as count from "${String(name)}"`).get()
        return [String(name), Number(counted?.['count'])]
      }),
    )
  } finally {
    database.close()
  }
}

const consentFor = (path: string, parts: readonly FormPart[]): FormPart[] =>
  path === '/register' && !parts.some(([name]) => name === 'consent')
    ? [['consent', 'Personnel file, cabinet 2']]
    : []
