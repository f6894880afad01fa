import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What happens to the database's answer to a commit. */
export type OnCommitted = 'pass' | 'hold' | 'lose'

/** A line between the program and its database that can be cut at the worst moment. */
export interface Relay {
  readonly port: number
  /** Resets every connection. */
  cut(): void
  /**
   * From now on the answers to commits pass, are held back for good, or are lost together with their
   * connection. `onCommitted` is told each time that the database has answered one.
   */
  treatCommits(how: OnCommitted, onCommitted?: () => void): void
  close(): Promise<void>
}

/** Statements that end a transaction, as the drivers of MySQL and PostgreSQL send them. */
const commit = /\bcommit\b/i

export async function openRelay(targetPort: number): Promise<Relay> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let how: OnCommitted = 'pass'
  let tell: (() => void) | undefined

  const server = createServer((inside) => {
    const outside = connect(targetPort, '127.0.0.1')
    const pair = [inside, outside] as const
    let committing = false
    pairs.add(pair)
    inside.on('data', (chunk) => {
      if (commit.test(chunk.toString('latin1'))) committing = true
      outside.write(chunk)
    })
    outside.on('data', (chunk) => {
      if (!committing || how === 'pass') {
        committing = false
        inside.write(chunk)
        return
      }
      tell?.()
      if (how === 'lose') reset(pair)
    })
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', () => {
        // Broken lines are what this is for; 'close' follows.
      })
      socket.on('close', () => reset(pair))
    }
  })
  const reset = (pair: readonly [Socket, Socket]) => {
    pairs.delete(pair)
    for (const socket of pair) if (!socket.destroyed) socket.resetAndDestroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => [...pairs].forEach(reset)
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    treatCommits(next, onCommitted) {
      how = next
      tell = onCommitted
    },
    async close() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
