import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from '../src/store/store.ts'
import { mysqlServer } from './database-server.ts'
import { lostConnectionContract } from './lost-connection.ts'
import { storeContract } from './store-contract.ts'

const serverUrl = process.env['TEST_MYSQL_URL']

if (serverUrl === undefined) {
  test('MySQL store', { skip: 'needs a server: npm run test:databases' })
} else {
  const server = mysqlServer(serverUrl)
  storeContract({
    name: 'MySQL',
    async makePlace() {
      const url = await server.create()
      return { url, open: () => createStore(url), remove: () => server.drop(url) }
    },
  })

  lostConnectionContract('MySQL', server)

  test('MySQL: settings under which a commit may be lost are named', async (t) => {
    const url = await server.create()
    const store = await createStore(url)
    t.after(async () => {
      await store.close()
      await server.drop(url)
    })
    const logs = await server.command('select 1 from dual where @@global.log_bin = 1')
    const settings = {
      innodb_flush_log_at_trx_commit: 'mysql-innodb-flush-log-at-trx-commit',
      // MariaDB has no binary log unless told.
      ...((logs as unknown[]).length > 0 && { sync_binlog: 'mysql-sync-binlog' }),
    }
    for (const [setting, reason] of Object.entries(settings)) {
      await server.command(`set global ${setting} = 0`)
      try {
        assert.equal(await store.trouble(), reason)
      } finally {
        await server.command(`set global ${setting} = 1`)
      }
    }
    assert.equal(await store.trouble(), undefined)
  })
}
