import { accepted, type Checked, refused } from './problem.ts'

export type NameFault = 'empty' | 'too-long' | 'control-characters'

/** Longest name in Unicode code points; the longest legal names known are below 150. */
export const maxNameLength = 200

// Control characters, line and paragraph separators, and the marks that reverse or hide neighbouring text.
const invisible =
  /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u
// What some database or file format refuses: NUL (PostgreSQL), halves of pairs, and code points that Unicode
// keeps for no character (U+FFFF in XML).
const unstorable = /[\0\p{Cs}\p{Noncharacter_Code_Point}]/u

/** Whether a text can be kept in every database and written in every export. */
export const isStorable = (text: string): boolean => !unstorable.test(text)

/** So many code units may become a name: four marks to a letter of two units, with room. */
const maxRawLength = 10 * maxNameLength

/** A name as it is kept: composed (NFC), without spaces at its ends, with single spaces inside. */
export function readName(raw: string): { name: string } | { fault: NameFault } {
  // Composing takes time by the square of how many marks stand in a row.
  if (raw.length > maxRawLength) return { fault: 'too-long' }
  const name = raw.normalize('NFC').replace(/ {2,}/g, ' ').trim()
  if (invisible.test(name) || !isStorable(name)) return { fault: 'control-characters' }
  if (name === '') return { fault: 'empty' }
  if ([...name].length > maxNameLength) return { fault: 'too-long' }
  return { name }
}

/** Reads a name of a site, schedule, shift or employee by the one rule that all names follow. */
export function parseName(text: string, field: string): Checked<string> {
  const read = readName(text)
  if ('name' in read) return accepted(read.name)
  if (read.fault === 'empty') return refused('missing-value', field, `${field} is empty`)
  return refused(
    'out-of-range',
    field,
    read.fault === 'too-long'
      ? `${field} is longer than ${maxNameLength} characters`
      : `${field} holds characters that cannot be seen`,
  )
}
