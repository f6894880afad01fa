import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createStore } from '../src/store/store.ts'
import { withServers } from './needs.ts'
import { testMasterKey } from './master-key.ts'
import { postgresServer } from './database-server.ts'
import { lostConnectionContract } from './lost-connection.ts'
import { storeContract } from './store-contract.ts'

const serverUrl = process.env['TEST_POSTGRES_URL']

if (serverUrl === undefined) {
  test('PostgreSQL store', { skip: withServers(false) })
} else {
  const server = postgresServer(serverUrl)
  storeContract({
    name: 'PostgreSQL',
    async makePlace() {
      const url = await server.create()
      return {
        url,
        open: () => createStore(url, testMasterKey, 'patient'),
        remove: () => server.drop(url),
      }
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
      const store = await createStore(url, testMasterKey)
      try {
        assert.equal(await store.trouble(), reason)
      } finally {
        await store.close()
        await server.command(`alter system reset ${setting}`)
        await server.command('select pg_reload_conf()')
      }
    }
  })

  test('PostgreSQL: a role that owns nothing is enough for every day', async (t) => {
    const url = await server.create()
    const role = new URL(url).pathname.slice(1)
    const asRole = new URL(url)
    asRole.username = role
    asRole.password = 'test'
    const owner = postgresServer(url)
    t.after(async () => {
      await store.close()
      await owner.command(`drop owned by ${role}`)
      await server.command(`drop role ${role}`)
      await server.drop(url)
    })
    await (await createStore(url, testMasterKey)).close()
    await server.command(`create role ${role} login password 'test'`)
    await owner.command(
      `grant select, insert, update, delete on all tables in schema public to ${role}`,
    )
    // Older ones skip what this would allow.
    const [version] = (await server.command('show server_version_num')) as Record<string, string>[]
    if (Number(version?.['server_version_num']) >= 170_000) {
      await owner.command(`grant maintain on face_template to ${role}`)
    }
    const store = await createStore(asRole.href, testMasterKey)
    assert.equal(store.caution, undefined)
    assert.equal(await store.trouble(), undefined)
    const createdAt = Temporal.Now.instant()
    const id = randomUUID()
    await store.employees.create({ id, name: 'Ana', createdAt }, [])
    const record = { id: randomUUID(), employeeId: id, kind: 'in', at: createdAt } as const
    await store.records.append(id, () => record)
    assert.equal(await store.employees.forget(id, 'erase', createdAt), true)
    const clock = postgresServer(asRole.href)
    for (const statement of [
      'drop trigger attendance_record_stays on attendance_record',
      'alter table attendance_record disable trigger all',
      'truncate attendance_record',
      'drop table attendance_record',
    ]) {
      await assert.rejects(clock.command(statement), { code: '42501' }, statement)
    }
  })
}
