import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A database server that Compose started; it is removed with everything in it. */
export type Server = { readonly url: string; remove(): void }

const file = fileURLToPath(new URL('attendance-servers.yaml', import.meta.url))

const urls = {
  mysql: { port: '3306', at: (address: string) => `mysql://pointeuse:bench@${address}/pointeuse` },
  postgres: {
    port: '5432',
    at: (address: string) => `postgres://postgres:bench@${address}/pointeuse`,
  },
} as const

export type ServerName = keyof typeof urls
export const serverNames = Object.keys(urls) as readonly ServerName[]

/** Starts a database server and waits until it answers; throws what Compose said when it cannot. */
export function startServer(name: ServerName): Server {
  const { port, at } = urls[name]
  const remove = () => void compose('rm', '--stop', '--force', '--volumes', name)
  try {
    compose('up', '--detach', '--wait', '--quiet-pull', name)
    return { url: at(compose('port', name, port).trim()), remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Removes the network and the volumes that the servers left behind. */
export const removeServers = (): void => void compose('down', '--volumes')

function compose(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('docker', ['compose', '-f', file, ...args], {
    encoding: 'utf8',
  })
  if (status === 0) return stdout
  throw new Error(`docker compose ${args[0] ?? ''} failed: ${error?.message ?? stderr}`)
}
