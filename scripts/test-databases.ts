import { spawnSync } from 'node:child_process'

// Runs the tests that need a database on real servers, which Compose starts and removes again.
const compose = ['compose', '-f', 'compose.test.yaml']

function run(command: string, args: readonly string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

/** Tests make a database each, and look at what happens when the server is set up unsafely. */
const grant = "grant all on *.* to 'pointeuse'@'%' with grant option"
const asRoot = ['-uroot', '-ptest', '--execute', grant]

/** A command that runs others beside a server, where its files can be looked at. */
const beside = (service: string) => ['docker', ...compose, 'exec', '-T', service].join(' ')

let failed = run('docker', [...compose, 'up', '--detach', '--wait', '--quiet-pull'])
failed ||= run('docker', [...compose, 'exec', '-T', 'mysql', 'mysql', ...asRoot])
failed ||= run('docker', [...compose, 'exec', '-T', 'mariadb', 'mariadb', ...asRoot])
if (failed === 0) {
  // Killing MySQL's migration at each of its changes takes minutes, and more on a busy machine.
  const timeout = '--test-timeout=1200000'
  const files = ['test/store-*.test.ts', 'test/two-servers.test.ts']
  failed = run(process.execPath, ['--test', timeout, ...files], {
    TEST_MYSQL_URL: 'mysql://pointeuse:test@127.0.0.1:13306/pointeuse',
    TEST_MARIADB_URL: 'mysql://pointeuse:test@127.0.0.1:13307/pointeuse',
    TEST_MYSQL_SHELL: beside('mysql'),
    TEST_MARIADB_SHELL: beside('mariadb'),
    TEST_POSTGRES_SHELL: beside('postgres'),
    TEST_POSTGRES_URL: 'postgres://postgres:test@127.0.0.1:15432/pointeuse',
  })
}
run('docker', [...compose, 'down', '--volumes'])
process.exitCode = failed
