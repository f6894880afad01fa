import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { parseArgs } from 'node:util'
import { runCampaign, type Campaign, type Outcome } from './campaign.ts'
import { databaseNames, startServers } from './databases.ts'
import { testDurability } from './durability.ts'
import { runOutage, type Outage } from './outage.ts'
import { canTrace } from './server.ts'

const usage = `npm run test:crash -- [--rounds N] [--database sqlite|mysql|postgres|all] [--seed S] [--json FILE]
                                [--outage SECONDS]

Kills the program, its database and the lines between them, again and again, while clients clock people
in, and compares what was answered with what is there. Rounds are for each database (default 15). A server of a database is also away once
for some seconds (default 8).`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    database: { type: 'string', default: 'all' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'string' },
    outage: { type: 'string', default: '8' },
    help: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
const outageSeconds = Number(values.outage)
const databases = databaseNames.filter((name) => ['all', name].includes(values.database))
if (
  values.help ||
  databases.length === 0 ||
  !(rounds > 0) ||
  !(outageSeconds > 0) ||
  !Number.isInteger(seed)
) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
console.log(`seed ${seed}`)

const outcomes: Record<string, Outcome> = {}
const outages: Record<string, Outage> = {}
const stopServers = await startServers(databases)
after(async () => {
  await stopServers()
  // A connection that was broken on purpose must not keep the harness waiting.
  setTimeout(() => {
    console.log(`left open: ${process.getActiveResourcesInfo().join(', ')}`)
    process.exit()
  }, 10_000).unref()
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify({ seed, rounds, outcomes, outages }, undefined, 2))
  }
})

// Left to itself, Node may wait for ever for a socket that was reset while it was being closed. The runner
// finishes when nothing is left to do for the first time; at the second, all has been said.
let idle = 0
process.on('beforeExit', () => {
  if (++idle > 1) process.exit()
  setTimeout(() => {}, 1000)
})

/** Rounds within which a broken variant must have been caught. */
const catchWithin = 15

const tracing = canTrace()
test(
  'system calls can be watched',
  { skip: !tracing && !process.env['CI'] && 'needs strace' },
  () => assert.ok(tracing, 'strace is missing or not allowed here'),
)
if (tracing && databases.includes('sqlite')) testDurability()

for (const database of databases) {
  const run = async (title: string, campaign: Partial<Campaign>): Promise<Outcome> => {
    const log = (line: string) => console.log(`  ${title}, ${line}`)
    const outcome = await runCampaign({ database, rounds, seed, log, ...campaign })
    outcomes[title] = outcome
    const { answered, records, retried, doubled, seconds } = outcome
    console.log(
      `${title}: ${outcome.rounds} rounds in ${seconds} s, ${answered} answers for ${records} records, ` +
        `${retried} retries, ${doubled} sent more than once, ${outcome.breaches.length} breaches`,
    )
    return outcome
  }

  describe(database, () => {
    test('what was answered is there once, and nothing else, whatever is killed', async () => {
      const { breaches } = await run(database, {})
      assert.deepEqual(breaches, [])
    })

    if (database !== 'sqlite') {
      test('while its server is away everybody is told at once, and afterwards it goes on', async () => {
        const outage = await runOutage(database, outageSeconds, seed)
        outages[database] = outage
        console.log(`${database} away: ${JSON.stringify(outage)}`)
        assert.deepEqual(outage.wrong, [])
        assert.deepEqual(outage.breaches, [])
        // Twice the promise: other programs of this machine may be at work.
        assert.ok(outage.slowestMs < 4000, `an answer took ${outage.slowestMs} ms`)
        assert.ok(outage.backAfterMs < 10_000, `back after ${outage.backAfterMs} ms`)
      })
    }

    test('the key in the database is enough to do a request once', async () => {
      const variant = 'unique-key-alone'
      const { breaches } = await run(`${database} ${variant}`, { variant, rounds: 2 })
      assert.deepEqual(breaches, [])
    })

    test('a program that answers before it commits is caught', async () => {
      const variant = 'answers-before-commit'
      const { breaches } = await run(`${database} ${variant}`, { variant, rounds: catchWithin })
      assert.ok(
        breaches.some((breach) => breach.startsWith('lost')),
        breaches.join('\n'),
      )
    })

    test('a program without a unique key is caught', async () => {
      const variant = 'no-unique-key'
      const { breaches } = await run(`${database} ${variant}`, { variant, rounds: catchWithin })
      assert.ok(
        breaches.some((breach) => /^(twice|phantom)/.test(breach)),
        breaches.join('\n'),
      )
    })
  })
}
