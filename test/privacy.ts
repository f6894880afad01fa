import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { createPrivacy } from '../src/privacy/services.ts'
import { testMasterKey } from './master-key.ts'
import { createStore } from '../src/store/store.ts'
import { createTestClock } from './house.ts'

/** What may be kept of people, on a database of its own. */
export async function openPrivacy(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-privacy-'))
  const store = await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const clock = createTestClock()
  return { store, clock, privacy: createPrivacy({ store, clock }) }
}
