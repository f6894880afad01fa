import { Temporal } from 'temporal-polyfill'
import { hashOfToken } from '../src/access/secret-token.ts'
import { createStore, type Store } from '../src/store/store.ts'

/** The token of the session that `setUpForTests` begins; no server that anybody reaches has it. */
export const adminToken = 'a-session-of-the-tests'

const adminId = '00000000-0000-7000-8000-00000000000a'

/** Headers with which a request at http://localhost is the admin's of the tests. */
export const asAdmin: Readonly<Record<string, string>> = {
  cookie: `pointeuse=${adminToken}`,
  'sec-fetch-site': 'same-origin',
}

/** Sets an installation up and signs its admin in, unless that was done before. */
export async function setUpForTests(
  store: Pick<Store, 'installation' | 'sessions'>,
  at: Temporal.Instant,
): Promise<void> {
  const operator = {
    ...{ id: adminId, name: 'Ada Admin', createdAt: at },
    ...({ role: 'admin', siteIds: 'all' } as const),
  }
  const said = { country: 'FR', publishNotice: true, site: null, at }
  // Without a password, which would take a while to hash.
  const outcome = await store.installation.setUp({ operator, passwordHash: '', ...said })
  if (outcome === 'done') await signInAdmin(store, at)
}

/** Begins the admin's session anew: a test's clock may run for months, and a session ends after hours. */
export async function signInAdmin(
  { sessions }: Pick<Store, 'sessions'>,
  at: Temporal.Instant,
): Promise<void> {
  const hash = hashOfToken(adminToken)
  await sessions.remove(hash)
  await sessions.add(hash, adminId, at)
}

/** The same on the database of a server in a process of its own, before or after it starts. */
export async function setUpDatabase(url: string): Promise<void> {
  const store = await createStore(url, 'patient')
  try {
    await setUpForTests(store, Temporal.Now.instant())
  } finally {
    await store.close()
  }
}
