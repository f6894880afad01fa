import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where recognisers lie that are no part of this repository, beside the clone: each in a folder of its name. */
export const packsDirectory = fileURLToPath(new URL('../../shared/models', import.meta.url))

/**
 * Why tests of a recogniser that has to be got are left out; false when they can run. Where the folder beside the
 * clone is there and CI is set, they must.
 */
export function skipWithoutPacks(pack = 'retail-0095'): string | false {
  if (existsSync(`${packsDirectory}/${pack}`)) return false
  const shared = fileURLToPath(new URL('../../shared', import.meta.url))
  if (process.env['CI'] && existsSync(shared))
    throw new Error(`${packsDirectory}/${pack} is missing, and these tests must run here`)
  return `${pack} is not in ${packsDirectory}`
}
