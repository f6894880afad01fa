import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { photosOf, type Pair, type PairList } from './pairs.ts'

/** A photo that a data set names wrongly: whom it shows by the set's own names, or nobody who is known. */
type LabelError = { readonly photo: string; readonly shows: string }

/** The committed list: only what the photos or the set's own errata leave no doubt about. */
const readLabelErrors = (): LabelError[] =>
  parse(readFileSync(new URL('./lfw-label-errors.csv', import.meta.url)), { columns: true })

/**
 * The same pairs and people without known label errors: two names of one person become one, a photo of somebody
 * else is nobody's, and pairs that this or the list itself calls into question are left out.
 */
export function withoutLabelErrors({ pairs, people }: PairList): PairList {
  const errors = new Map(readLabelErrors().map(({ photo, shows }) => [photo, shows]))
  const corrected = new Map(people)
  for (const photo of photosOf(pairs)) {
    const shows = errors.get(basename(photo))
    if (shows === '') corrected.delete(photo)
    else if (shows !== undefined) corrected.set(photo, join(dirname(photo), shows))
  }
  const wrong = ({ a, b, same }: Pair) => {
    const [first, second] = [corrected.get(a), corrected.get(b)]
    if (!errors.has(basename(a)) && !errors.has(basename(b))) return false
    return first === undefined || second === undefined || (first === second) !== same
  }
  return {
    pairs: pairs.filter((pair) => !pair.doubtful && !wrong(pair)),
    people: corrected,
  }
}
