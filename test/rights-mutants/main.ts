import { spawnSync } from 'node:child_process'
import { mutants, type Mutant } from './mutants.ts'

/** A mutant that hangs is found as well: no test of these takes so long. */
const giveUpAfterMs = 120_000

const hook = new URL('switch-off.ts', import.meta.url).href

/** Runs the test of a mutant with its check switched off. */
function run(mutant: Mutant): { readonly isRed: boolean; readonly said: string } {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', hook, mutant.test],
    {
      env: { ...process.env, MUTANT: JSON.stringify(mutant) },
      encoding: 'utf8',
      timeout: giveUpAfterMs,
    },
  )
  // Red for another reason, such as a check that stands there no more, shows nothing.
  if (!stdout.includes('mutated'))
    throw new Error(`${mutant.file} was not mutated:\n${stdout}${stderr}`)
  return { isRed: status !== 0 || signal !== null, said: stdout }
}

let red = 0
const asked = process.argv[2] ?? ''
const chosen = mutants.filter(({ file }) => file.includes(asked))
for (const mutant of chosen) {
  const { isRed, said } = run(mutant)
  if (isRed) red++
  const [routes] = /\d+ of \d+ closed routes red/.exec(said) ?? []
  const about = `${mutant.file}: ${mutant.check.split('\n')[0]}`
  console.log(
    `${isRed ? 'red  ' : 'GREEN'} ${about}${routes && !routes.startsWith('0') ? ` (${routes})` : ''}`,
  )
}
console.log(`${red} of ${chosen.length} checks turn a test red when they are switched off`)
process.exitCode = red === chosen.length ? 0 : 1
