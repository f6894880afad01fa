import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'

const loopback = '127.0.0.1'
/** How often it is looked whether the program has been set up. */
const askAgainAfterMs = 1000

/** Whether an address is reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

type Exposure = Pick<Config, 'host' | 'published' | 'trustProxy' | 'tls'>

/** Whether others than this machine reach the program; a container says where its port is published. */
export const isExposed = ({ host, published }: Exposure): boolean => !isLoopback(published ?? host)

/** Refuses to be reached by others without encryption: throws a ConfigError that says what to do. */
export function refuseOpenWithoutTls(config: Exposure): void {
  if (!isExposed(config) || config.tls || config.trustProxy.length > 0) return
  throw new ConfigError([
    'HOST is open to others on the network, who could read passwords and faces. Set one of these:\n' +
      '    TLS_CERT and TLS_KEY   a certificate of its own\n' +
      '    TRUST_PROXY            the addresses of a proxy with TLS in front of it\n' +
      '    HOST=127.0.0.1         for this machine only\n' +
      '    PUBLISHED=127.0.0.1    in a container whose port is published to this machine only',
  ])
}

/** The address to listen on at first: nobody else reaches a program that has not been set up. */
export const firstHost = (config: Exposure): string => (isExposed(config) ? loopback : config.host)

/**
 * Lets a server that listens on this machine only listen on `host`, at the same port, once the program is set up;
 * requests under way are answered. Ends without when `signal` is aborted.
 */
export async function openOnceSetUp(
  server: Server,
  host: string,
  isSetUp: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<boolean> {
  while (!(await isSetUp())) {
    const goesOn = await sleep(askAgainAfterMs, true, { signal }).catch(() => false) // the end of it
    if (!goesOn) return false
  }
  const address = server.address()
  if (signal.aborted || address === null || typeof address === 'string') return false
  const { port } = address
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  if (signal.aborted) return false
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return true
}
