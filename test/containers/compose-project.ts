import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** What `docker inspect` says of a container, as far as it is looked at. */
export type Inspected = {
  readonly State: { readonly ExitCode: number }
  readonly Config: { readonly User: string }
  readonly HostConfig: { readonly ReadonlyRootfs: boolean; readonly CapDrop: string[] }
  readonly NetworkSettings: {
    readonly Ports: Record<string, { HostIp: string; HostPort: string }[] | null>
  }
}

export type ComposeProject = {
  /** Runs `docker compose` with the project's files and gives what it printed. */
  compose(...args: string[]): Buffer
  /** Runs the program's command beside the server, with this as its standard input. */
  pointeuse(args: readonly string[], input?: string): string
  /** The id of a service's container. */
  container(service: string): string
  inspect(service: string): Inspected | undefined
  /** Where a service can be reached from outside. */
  published(service: string): { HostIp: string; HostPort: string }[]
  /** What a service wrote, once it matches; throws when it does not within three minutes. */
  logged(service: string, pattern: RegExp): Promise<string>
}

export const readyWithinMs = 180_000

/** As a new user starts it, but with a name of its own and packages from the host's network. */
export function composeProject(
  project: string,
  files: readonly string[],
  settings: Readonly<Record<string, string>>,
): ComposeProject {
  const named = [...files, 'test/containers/host-network.yaml'].flatMap((file) => ['--file', file])
  const run = (args: readonly string[], input?: string) =>
    execFileSync('docker', ['compose', '--project-name', project, ...named, ...args], {
      env: { ...process.env, ...settings },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'inherit'],
      maxBuffer: 1e8,
      input,
    })
  const compose = (...args: string[]) => run(args)
  const container = (service: string) =>
    compose('ps', '--all', '--quiet', service).toString().trim()
  const inspect = (service: string) =>
    (
      JSON.parse(execFileSync('docker', ['inspect', container(service)]).toString()) as Inspected[]
    )[0]
  return {
    compose,
    container,
    inspect,
    pointeuse: (args, input = '') =>
      run(['exec', '-T', 'pointeuse', 'pointeuse', ...args], input).toString(),
    published: (service) =>
      Object.values(inspect(service)?.NetworkSettings.Ports ?? {}).flatMap((ports) => ports ?? []),
    async logged(service, pattern) {
      const giveUpAt = performance.now() + readyWithinMs
      for (;;) {
        const log = compose('logs', service).toString()
        if (pattern.test(log)) return log
        if (performance.now() > giveUpAt) throw new Error(`${service} never wrote ${pattern}`)
        await sleep(500)
      }
    },
  }
}

/** Waits until an address answers that all is well; throws after three minutes. */
export async function answers(url: string): Promise<void> {
  const giveUpAt = performance.now() + readyWithinMs
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.text()
    if (answer?.ok) return
    if (performance.now() > giveUpAt) throw new Error(`${url} does not answer in time`)
    await sleep(300)
  }
}
