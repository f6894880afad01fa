import type { Temporal } from 'temporal-polyfill'
import type { TemplateView } from './coverage.ts'

/** Somebody who attends. */
export type Employee = {
  readonly id: string
  readonly name: string
  /** How many templates are kept for them. */
  readonly templates: number
  /** What is known of the photos that these were made of; nothing of those of earlier versions. */
  readonly views: readonly TemplateView[]
  readonly createdAt: Temporal.Instant
}

/** Who an attendance record or an answer speaks of. */
export type EmployeeRef = Pick<Employee, 'id' | 'name'>

export type NameFault = 'empty' | 'too-long' | 'control-characters'

/** Longest name in Unicode code points; the longest legal names known are below 150. */
export const maxNameLength = 200

// Control characters, line and paragraph separators, and the marks that reverse or hide neighbouring text.
const invisible =
  /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u
const unpaired = /\p{Cs}/u

/** A name as it is kept: composed (NFC), without spaces at its ends, with single spaces inside. */
export function parseName(raw: string): { name: string } | { fault: NameFault } {
  const name = raw.normalize('NFC').replace(/ {2,}/g, ' ').trim()
  if (invisible.test(name) || unpaired.test(name)) return { fault: 'control-characters' }
  if (name === '') return { fault: 'empty' }
  if ([...name].length > maxNameLength) return { fault: 'too-long' }
  return { name }
}
