import { registerHooks } from 'node:module'

/**
 * Breaks the program on purpose while it is loaded: in the file whose address ends in `file`, `from`
 * becomes `to`. Throws when `from` is not there exactly once, because a variant that is not broken
 * would prove nothing. For `node --import`.
 */
export function sabotage(file: string, from: string, to: string): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(file)) return loaded
      const parts = String(loaded.source).split(from)
      if (parts.length !== 2) throw new Error(`${file} has no single "${from}" to be broken`)
      return { ...loaded, source: parts.join(to) }
    },
  })
}
