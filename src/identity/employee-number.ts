/** Longest number of an employee, in characters. */
export const maxNumberLength = 20

/** Digits of other scripts that people write numbers with: Arabic-Indic, and the Persian ones. */
const digitsFrom = [0x660, 0x6f0] as const

/**
 * The number by which an employee is known, as it is kept and compared: letters large, digits 0 to 9.
 * Letters, digits and `. _ / -` only, so that it can be typed at any kiosk; what it begins with is a letter
 * or a digit. Undefined: it cannot be used.
 */
export function parseEmployeeNumber(raw: string): string | undefined {
  const number = raw
    .normalize('NFKC')
    .trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, plainDigit)
    .toUpperCase()
  return number.length <= maxNumberLength && /^[0-9A-Z][0-9A-Z._/-]*$/.test(number)
    ? number
    : undefined
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = digitsFrom.findLast((first) => code >= first) ?? code
  return String(code - zero)
}

/**
 * What a number counts as when the next one is made; undefined when it has letters, or more than nine digits,
 * as a telephone or social security number has.
 */
export function countOf(number: string): number | undefined {
  return /^\d{1,9}$/.test(number) ? Number(number) : undefined
}

/** Somebody else has the number, perhaps one who left: their records are known by it. */
export class NumberTakenError extends Error {
  override readonly name = 'NumberTakenError'

  constructor() {
    super('Another employee has this number')
  }
}
