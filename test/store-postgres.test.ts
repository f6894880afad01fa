import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from '../src/store/store.ts'
import { postgresServer } from './database-server.ts'
import { lostConnectionContract } from './lost-connection.ts'
import { storeContract } from './store-contract.ts'

const serverUrl = process.env['TEST_POSTGRES_URL']

if (serverUrl === undefined) {
  test('PostgreSQL store', { skip: 'needs a server: npm run test:databases' })
} else {
  const server = postgresServer(serverUrl)
  storeContract({
    name: 'PostgreSQL',
    async makePlace() {
      const url = await server.create()
      return { url, open: () => createStore(url), remove: () => server.drop(url) }
    },
  })

  lostConnectionContract('PostgreSQL', server)

  test('PostgreSQL: settings under which a commit may be lost are named', async (t) => {
    const url = await server.create()
    t.after(() => server.drop(url))
    const settings = {
      fsync: 'postgres-fsync',
      full_page_writes: 'postgres-full-page-writes',
      synchronous_commit: 'postgres-synchronous-commit',
    }
    for (const [setting, reason] of Object.entries(settings)) {
      await server.command(`alter system set ${setting} = off`)
      await server.command('select pg_reload_conf()')
      const store = await createStore(url)
      try {
        assert.equal(await store.trouble(), reason)
      } finally {
        await store.close()
        await server.command(`alter system reset ${setting}`)
        await server.command('select pg_reload_conf()')
      }
    }
  })
}
