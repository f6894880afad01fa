/** The letters of a badge, see the server's badge.ts; a scanner types them, then presses Enter. */
const letters = 'BCDFGHJKLNPRSTVX'
const badgeLength = 40
/** Between two letters of a scanner there are some milliseconds; nobody types as fast for so long. */
const pauseMs = 120

/** A key as the browser tells of it. */
export type TypedKey = { readonly code: string; readonly key: string; readonly at: number }

export const isBadge = (text: string): boolean =>
  text.length === badgeLength && [...text].every((letter) => letters.includes(letter))

/**
 * Hears a scanner that types like a keyboard. By the place of a key first, which is right whatever the
 * language of the keyboard, and by what it writes where there is no such place. Gives the badge at its end.
 */
export function createScanner(): (key: TypedKey) => string | undefined {
  let text = ''
  let lastAt = 0
  return function hear({ code, key, at }) {
    if (at - lastAt > pauseMs) text = ''
    lastAt = at
    if (key === 'Enter' || key === 'Tab') {
      const whole = text
      text = ''
      return isBadge(whole) ? whole : undefined
    }
    const place = /^Key([A-Z])$/.exec(code)?.[1]
    const letter = place ?? (key.length === 1 ? key.toUpperCase() : '')
    if (letter !== '') text = (text + letter).slice(-badgeLength)
    return undefined
  }
}
