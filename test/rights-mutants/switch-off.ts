import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Mutant } from './mutants.ts'

/** Loaded before a test (`--import`): hands it one file of the program with one check switched off. */
const { file, check, off } = JSON.parse(process.env['MUTANT'] ?? '{}') as Mutant

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.startsWith('file:') || !fileURLToPath(url).endsWith(`/${file}`)) return loaded
    const source = String(loaded.source)
    if (!source.includes(check)) throw new Error(`${file} does not say ${check}`)
    process.stdout.write('mutated\n')
    return { ...loaded, source: source.replace(check, () => off) }
  },
})
