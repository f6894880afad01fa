import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ModelCard } from './manifest.ts'

const require = createRequire(import.meta.url)

/** Where a package's file is. Looked for as Node does, since the packages do not export their models. */
function findInPackage(packageName: string, file: string): string | undefined {
  const folders = require.resolve.paths(packageName) ?? []
  return folders.map((folder) => join(folder, packageName, file)).find(existsSync)
}

/** Whether a model's files are there. */
export const hasModelFiles = (card: ModelCard, packsDirectory = ''): boolean =>
  ([card.manifest, card.weights] as const).every((file) =>
    'pack' in card
      ? existsSync(join(packsDirectory, card.pack, file))
      : findInPackage(card.package, file) !== undefined,
  )

function pathInPackage(packageName: string, file: string): string {
  const path = findInPackage(packageName, file)
  if (path === undefined) throw new Error(`${packageName}/${file} is not installed; run "npm ci"`)
  return path
}

function pathInPack(pack: string, file: string, packsDirectory: string | undefined): string {
  const path = join(packsDirectory ?? '', pack, file)
  if (packsDirectory === undefined || !existsSync(path))
    throw new Error(`${pack}/${file} is not there; run "pointeuse models download ${pack}"`)
  return path
}

/**
 * Reads one of a model's files, which for a pack lies in a folder of its name in `packsDirectory`, and makes sure that
 * it is the file we measured. Throws when it is not there or another one.
 */
export function readModelFile(
  card: ModelCard,
  part: 'manifest' | 'weights',
  packsDirectory?: string,
): Buffer {
  const [from, path, mend] =
    'pack' in card
      ? [
          card.pack,
          pathInPack(card.pack, card[part], packsDirectory),
          `pointeuse models download ${card.pack}`,
        ]
      : [card.package, pathInPackage(card.package, card[part]), 'npm ci']
  const bytes = readFileSync(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== card.sha256[part])
    throw new Error(
      `${from}/${card[part]} is not the file that this version was made for ` +
        `(SHA-256 ${sha256}, expected ${card.sha256[part]}); run "${mend}" again`,
    )
  return bytes
}
