import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Two photos and whether they show the same person; folds where the data has them. */
export type Pair = {
  readonly a: string
  readonly b: string
  readonly same: boolean
  readonly fold?: string
  /** The list itself doubts the label. */
  readonly doubtful?: true
}
/** Pairs, and who is on which photo where the list says so. */
export type PairList = {
  readonly pairs: readonly Pair[]
  readonly people: ReadonlyMap<string, string>
}

/**
 * Reads a CSV with a header: path_a,path_b,same or file_a,file_b,same, and optionally fold, label_doubtful (0
 * or 1), identity_a and identity_b, or identity (of both, where same is 1). Throws naming the row that it cannot read.
 */
export function readPairs(file: string): PairList {
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    trim: true,
  })
  const people = new Map<string, string>()
  const pairs = rows.map((row, i): Pair => {
    const a = row['path_a'] ?? row['file_a']
    const b = row['path_b'] ?? row['file_b']
    if (!a || !b || !['0', '1'].includes(row['same'] ?? ''))
      throw new Error(
        `${file}, row ${i + 2}: wants path_a (or file_a), path_b (or file_b) and same (0 or 1)`,
      )
    const same = row['same'] === '1'
    for (const [photo, who] of [
      [a, row['identity_a'] ?? (same ? row['identity'] : undefined)],
      [b, row['identity_b'] ?? (same ? row['identity'] : undefined)],
    ] as const)
      if (who) people.set(photo, who)
    return {
      a,
      b,
      same,
      ...(row['fold'] ? { fold: row['fold'] } : {}),
      ...(row['label_doubtful'] === '1' ? { doubtful: true } : {}),
    }
  })
  for (const photo of photosOf(pairs)) {
    const named = people.get(photo) ?? nameInPath(photo)
    if (named !== undefined) people.set(photo, named)
  }
  return { pairs, people }
}

export const photosOf = (pairs: readonly Pair[]): string[] =>
  [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort()

/** Who a path names: `Jane_Doe_0003.jpg` as in LFW; nothing for anything else. */
function nameInPath(path: string): string | undefined {
  const [, lfwName] = /^(.+)_\d{4}\.\w+$/.exec(basename(path)) ?? []
  return lfwName === undefined ? undefined : `${dirname(path)}/${lfwName}`
}
