// A decoder that is not fatal puts U+FFFD for what it cannot read, and nobody hears that a name was lost.
const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text that bytes spell in UTF-8, without a byte order mark; undefined where they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined // the only thing that a fatal decoder throws
  }
}
