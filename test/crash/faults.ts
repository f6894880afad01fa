import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerProcess } from '../server-process.ts'
import type { Database, DatabaseName } from './databases.ts'
import type { Random } from './random.ts'
import { canTrace } from './server.ts'

/** What goes wrong in a round. */
export type Fault =
  | 'kill the server'
  | 'kill the server between commit and answer'
  | 'kill the database'
  | 'kill the server and the database'
  | 'cut the lines to the database'
  | 'lose answers to commits'
  | 'freeze the server'
  | 'kill the engine'
  | 'reset the clients'

const everywhere = [
  'kill the server',
  'kill the server',
  'kill the server between commit and answer',
  'kill the server between commit and answer',
  'freeze the server',
  'kill the engine',
  'reset the clients',
] as const satisfies readonly Fault[]

const withServerOnly = [
  'kill the database',
  'kill the database',
  'kill the server and the database',
  'cut the lines to the database',
  'lose answers to commits',
  'lose answers to commits',
] as const satisfies readonly Fault[]

/** The faults of a campaign, in an order that chance shuffles: each comes up before one comes again. */
export function* faultsFor(name: DatabaseName, random: Random): Generator<Fault, never> {
  const all: readonly Fault[] = name === 'sqlite' ? everywhere : [...everywhere, ...withServerOnly]
  const possible = all.filter(
    (fault) =>
      name !== 'sqlite' || fault !== 'kill the server between commit and answer' || canTrace(),
  )
  for (;;) {
    const deck = [...possible]
    while (deck.length > 0) {
      const [fault] = deck.splice(random.whole(0, deck.length - 1), 1)
      if (fault) yield fault
    }
  }
}

/**
 * For a file the time between commit and answer is stretched inside the system call that makes the
 * commit durable; for a server the relay holds back its answer.
 */
export const slowCommits = [
  ...['--trace=fsync,fdatasync', '--inject=fsync,fdatasync:delay_exit=120000'],
  ...['--output=/dev/null', '--quiet=all'],
]

const commitWithinMs = 10_000
const freezeMs = 1500

/** Lets a fault happen to a server under load. True when the server must be started again. */
export async function strike(
  fault: Fault,
  { relay, kill, revive }: Database,
  server: ServerProcess,
): Promise<boolean> {
  switch (fault) {
    case 'kill the server':
      await server.end('SIGKILL')
      return true
    case 'kill the server between commit and answer':
      if (relay) {
        const committed = new Promise<void>((resolve) => relay.treatCommits('hold', resolve))
        await Promise.race([committed, sleep(commitWithinMs, undefined, { ref: false })])
      }
      await server.end('SIGKILL')
      relay?.treatCommits('pass')
      return true
    case 'kill the database':
      await kill?.()
      await revive?.()
      return false
    case 'kill the server and the database':
      await Promise.all([server.end('SIGKILL'), kill?.()])
      await revive?.()
      return true
    case 'cut the lines to the database':
      for (let i = 0; i < 5; i++) {
        relay?.cut()
        await sleep(100)
      }
      return false
    case 'lose answers to commits':
      relay?.treatCommits('lose')
      await sleep(800)
      relay?.treatCommits('pass')
      return false
    case 'freeze the server':
      server.process.kill('SIGSTOP')
      await sleep(freezeMs)
      server.process.kill('SIGCONT')
      return false
    case 'kill the engine':
      for (const child of childrenOf(server.process.pid)) process.kill(child, 'SIGKILL')
      return false
    case 'reset the clients':
      // The clients do that to themselves in such a round.
      return false
  }
}

/** The processes that a server has started: the workers of its engine. */
function childrenOf(pid = 0): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}
