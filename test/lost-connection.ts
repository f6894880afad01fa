import assert from 'node:assert/strict'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { poolLimits } from '../src/store/dialects/dialect.ts'
import { StoreError } from '../src/ports/store-error.ts'
import { createStore } from '../src/store/store.ts'
import { testMasterKey } from './master-key.ts'
import type { DatabaseServer } from './database-server.ts'

/** A line to a database server that can be cut, left dead, and mended. */
type Line = {
  readonly url: string
  /** Breaks all connections and takes no new ones. */
  cut(): void
  /** Takes connections and bytes and gives nothing back. */
  hang(): void
  mend(): void
  close(): void
}

async function openLine(url: string): Promise<Line> {
  const there = new URL(url)
  const sockets = new Set<Socket>()
  let state: 'open' | 'hung' | 'cut' = 'open'
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = connect(Number(there.port), there.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => state === 'open' && to.write(chunk))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const here = new URL(url)
  here.port = String((server.address() as AddressInfo).port)
  const breakAll = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: here.href,
    cut() {
      state = 'cut'
      breakAll()
    },
    hang() {
      state = 'hung'
    },
    mend() {
      // Bytes that were swallowed cannot be made up for.
      if (state === 'hung') breakAll()
      state = 'open'
    },
    close() {
      breakAll()
      server.close()
    },
  }
}

/** What every database behind a network must do when the network or the server is away for a while. */
export function lostConnectionContract(name: string, server: DatabaseServer): void {
  for (const loss of ['cut', 'hang'] as const) {
    test(`${name}: a line that is ${loss} is told in time, and comes back by itself`, async (t) => {
      const made = await server.create()
      const line = await openLine(made)
      const store = await createStore(line.url, testMasterKey)
      t.after(async () => {
        line.close()
        await store.close()
        await server.drop(made)
      })
      assert.deepEqual(await store.employees.list({ limit: 1 }), [])

      line[loss]()
      const unreachable = (error: unknown) =>
        error instanceof StoreError && error.fault === 'unreachable'
      // More than the pool has connections, so that none of them may be lost for good.
      const asked = Array.from({ length: 20 }, () => store.employees.list({ limit: 1 }))
      await Promise.all(asked.map((answer) => assert.rejects(answer, unreachable)))
      assert.equal(await store.trouble(), 'store-unreachable')

      line.mend()
      await assert.doesNotReject(async () => {
        // Each connection of the pool may have died meanwhile, and is found out when it is used.
        for (let died = 0; died < poolLimits.maxConnections; died++) {
          const comesBack = await store.employees.list({ limit: 1 }).then(Boolean, () => false)
          if (comesBack) break
        }
        await store.employees.list({ limit: 1 })
      })
      assert.equal(await store.trouble(), undefined)
    })
  }
}
