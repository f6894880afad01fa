import { Temporal } from 'temporal-polyfill'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { hashOfToken } from '../src/access/secret-token.ts'
import { readConfig } from '../src/config.ts'
import { createNotices } from '../src/privacy/notice/notices.ts'
import { createSetUp } from '../src/privacy/set-up.ts'
import { createStore, type Store } from '../src/store/store.ts'
import { adminToken, clockToken } from './admin.ts'

const adminId = '00000000-0000-7000-8000-00000000000a'
const clockKeyId = '00000000-0000-7000-8000-00000000000b'

/** Sets an installation up and signs its admin in, unless that was done before. */
export async function setUpForTests(
  store: Store,
  at: Temporal.Instant,
  // A country that leaves it to each person whether their face is used.
  { country, publishNotice } = { country: 'other', publishNotice: true },
): Promise<void> {
  const operator = {
    ...{ id: adminId, name: 'Ada Admin', createdAt: at },
    ...({ role: 'admin', siteIds: 'all' } as const),
  }
  const said = { country, publishNotice, site: null, at }
  // Without a password, which would take a while to hash.
  const outcome = await store.installation.setUp({ operator, passwordHash: '', ...said })
  if (outcome !== 'done') return
  await signInAdmin(store, at)
  const ends = { siteId: null, expiresAt: null, usedAt: null, createdAt: at }
  const key = {
    id: clockKeyId,
    name: 'a program that clocks in',
    scopes: ['clock'],
    ...ends,
  } as const
  await store.apiKeys.add(key, hashOfToken(clockToken))
  const deps = { store, clock: { now: () => at } }
  const setUp = createSetUp({ ...deps, notices: createNotices(deps) })
  await setUp({ country, publishNotice, by: operator.name })
}

/** Begins the admin's session anew: a test's clock may run for months, and a session ends after hours. */
export async function signInAdmin(
  { sessions }: Pick<Store, 'sessions'>,
  at: Temporal.Instant,
): Promise<void> {
  const hash = hashOfToken(adminToken)
  await sessions.remove(hash)
  await sessions.add(hash, adminId, at, 1)
}

/** The same on the database of a server in a process of its own with these settings, before it starts. */
export async function setUpDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const { databaseUrl, masterKeyFile: path } = readConfig(env)
  const store = await createStore(databaseUrl, masterKeyFile(path), 'patient')
  try {
    await setUpForTests(store, Temporal.Now.instant())
  } finally {
    await store.close()
  }
}

/** The fields of a form, with a consent on paper where photos enrol somebody and nothing is said of one. */
export const withConsent = (
  path: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  path.endsWith('/register') ? { consent: 'Personnel file, cabinet 2', ...fields } : fields
