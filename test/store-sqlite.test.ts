import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../src/store/store.ts'
import { testMasterKey } from './master-key.ts'
import { storeContract } from './store-contract.ts'

storeContract({
  name: 'SQLite',
  async makePlace() {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-store-'))
    const url = `sqlite:${join(directory, 'pointeuse.db')}`
    return {
      url,
      open: () => createStore(url, testMasterKey, 'patient'),
      remove: () => rm(directory, { recursive: true }),
    }
  },
})
