import { parseArgs } from 'node:util'
import type { Temporal } from 'temporal-polyfill'
import { checkup, type Finding } from './checkup.ts'
import { gatherFacts, type LookedAt } from './facts.ts'

export type DoctorDeps = Omit<LookedAt, 'store'> & {
  /** Throws when the database or the master key cannot be used. */
  readonly withStore: (work: (store: LookedAt['store']) => Promise<number>) => Promise<number>
  readonly now: () => Temporal.Instant
  readonly write: (text: string) => void
}

/** Looks an installation over. */
export const doctorCommand = {
  usage: `pointeuse doctor [--json]

  --json   a list of what was found, each with "about", "state" (fine, look or wrong) and "said"

  Looks at the settings, the database, the clock, the time zone data, the disk, the master key, the templates,
  the recogniser, the certificate and the kiosks, and says what to do. Changes nothing; the server may run.
  Exit code 0: nothing is wrong. 1: something is, or could not be looked at. For monitors as well.`,

  async run(
    args: readonly string[],
    { withStore, now, write, ...files }: DoctorDeps,
  ): Promise<number> {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
    return withStore(async (store) => {
      const findings = checkup(await gatherFacts({ store, ...files }, now()))
      write(values.json ? `${JSON.stringify(findings)}\n` : findings.map(lineOf).join(''))
      return findings.some(({ state }) => state === 'wrong') ? 1 : 0
    })
  },
}

const marks = { fine: 'ok   ', look: 'look ', wrong: 'WRONG' } as const

const lineOf = ({ about, state, said }: Finding) => `${marks[state]} ${about}: ${said}\n`
