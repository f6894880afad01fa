import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from '../src/store/store.ts'
import { withServers } from './needs.ts'
import { testMasterKey } from './master-key.ts'
import { mysqlServer } from './database-server.ts'
import { lostConnectionContract } from './lost-connection.ts'
import { storeContract } from './store-contract.ts'

/** The store's contract on a MySQL or MariaDB server, whose address an environment variable holds. */
export function mysqlContract(name: string, variable: string): void {
  const serverUrl = process.env[variable]
  if (serverUrl === undefined) {
    test(`${name} store`, { skip: withServers(false) })
    return
  }
  const server = mysqlServer(serverUrl)
  storeContract({
    name,
    async makePlace() {
      const url = await server.create()
      return {
        url,
        open: () => createStore(url, testMasterKey, 'patient'),
        remove: () => server.drop(url),
      }
    },
  })

  lostConnectionContract(name, server)

  const isLogged = async () => {
    const rows = await server.command('select 1 from dual where @@global.log_bin = 1')
    return (rows as unknown[]).length > 0
  }

  test(`${name}: settings under which a commit may be lost are named`, async (t) => {
    const url = await server.create()
    const store = await createStore(url, testMasterKey)
    t.after(async () => {
      await store.close()
      await server.drop(url)
    })
    const isLogging = await isLogged()
    const settings = [
      ['innodb_flush_log_at_trx_commit', '0', '1', 'mysql-innodb-flush-log-at-trx-commit'],
      // Only MariaDB can switch it off while it runs.
      ['innodb_doublewrite', isLogging ? 'DETECT_ONLY' : 'OFF', 'ON', 'mysql-innodb-doublewrite'],
      // MariaDB has no binary log unless told.
      ...(isLogging ? [['sync_binlog', '0', '1', 'mysql-sync-binlog']] : []),
    ]
    for (const [setting, unsafe, safe, reason] of settings) {
      await server.command(`set global ${setting} = ${unsafe}`)
      try {
        assert.equal(await store.trouble(), reason)
      } finally {
        await server.command(`set global ${setting} = ${safe}`)
      }
    }
    assert.equal(await store.trouble(), undefined)
  })

  test(`${name}: where the right to protect records is missing, it works and says so`, async (t) => {
    const url = await server.create()
    const database = new URL(url).pathname.slice(1)
    const user = `${database}_user`
    t.after(async () => {
      await server.command(`drop user '${user}'@'%'`)
      await server.drop(url)
    })
    await server.command(`create user '${user}'@'%' identified by 'test'`)
    // Everything in the database but triggers, as where a provider keeps that right for itself.
    await server.command(
      'grant select, insert, update, delete, create, drop, references, index, alter ' +
        `on ${database}.* to '${user}'@'%'`,
    )
    const limited = new URL(url)
    limited.username = user
    limited.password = 'test'
    const withoutRight = await createStore(limited.href, testMasterKey)
    assert.equal(withoutRight.caution, 'mysql-records-can-be-changed')
    assert.equal(await withoutRight.trouble(), undefined)
    assert.deepEqual(await withoutRight.employees.list({ limit: 1 }), [])
    await withoutRight.close()

    // All rights in the database are not enough either, where the server keeps a binary log.
    await server.command(`grant all on ${database}.* to '${user}'@'%'`)
    const withRight = await createStore(limited.href, testMasterKey)
    const expected = (await isLogged()) ? 'mysql-records-can-be-changed' : undefined
    assert.equal(withRight.caution, expected)
    await withRight.close()

    const asAdministrator = await createStore(url, testMasterKey)
    assert.equal(asAdministrator.caution, undefined)
    await asAdministrator.close()
    const protectedNow = await createStore(limited.href, testMasterKey)
    assert.equal(protectedNow.caution, undefined)
    await protectedNow.close()
  })
}
