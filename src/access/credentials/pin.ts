import type { RandomBytes } from '../../ports/random.ts'

/**
 * Digits of a PIN. Six are asked for at least; with eight a whole company may mistype some hundred times a
 * day before guessing becomes likelier than allowed (pin-limits.ts).
 */
export const pinLength = 8

/** The PIN that was typed, in digits 0 to 9 whatever the keyboard; undefined when it cannot be one. */
export function readPin(typed: string): string | undefined {
  const pin = typed.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, plainDigit)
  return /^\d+$/.test(pin) && pin.length === pinLength ? pin : undefined
}

// The last four bits of these digits, in both scripts, are their values.
const plainDigit = (digit: string) => String(digit.charCodeAt(0) & 0xf)

/** How many PINs are never given, at most; a test counts them. */
export const maxWeakPins = 22_000

/** Whether somebody would try it first: few different digits, a row of them, or the same few again. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number)
  const steps = digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10)
  const isRow = new Set(steps).size === 1 && [0, 1, 9].includes(steps[0] ?? 0)
  const repeats = [1, 2, 4].some((period) =>
    digits.every((digit, i) => digit === digits[i % period]),
  )
  return isRow || repeats || new Set(digits).size < 3
}

/** A PIN that nobody can foresee, every one of those that are not weak as likely as any other. */
export function newPin(random: RandomBytes): string {
  for (;;) {
    const pin = [...Array(pinLength)].map(() => digit(random)).join('')
    if (!isWeakPin(pin)) return pin
  }
}

function digit(random: RandomBytes): number {
  for (;;) {
    const [byte = 0] = random(1)
    // Of 256 bytes the last six would make some digits likelier.
    if (byte < 250) return byte % 10
  }
}
