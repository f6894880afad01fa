import { maxWeakPins, pinLength } from './pin.ts'

/**
 * How often PINs may be wrong. Only the limit of the company bounds the odds; the others keep one person or
 * one device from using it up. NIST SP 800-63B-4 asks for ten in a row at most.
 */
export const pinLimits = {
  /** Wrong PINs of one person in a row; after them their PIN opens nothing until it is made anew. */
  perPerson: 10,
  /** Wrong ones at one kiosk, or by one key, within `briefMinutes`. */
  perDeviceBriefly: 10,
  perDeviceADay: 100,
  perCompanyADay: 900,
  briefMinutes: 5,
  dayHours: 24,
} as const

/** Wrong PINs counted back from now; the days are any 24 hours, not those of a calendar. */
export type WrongPins = {
  readonly ofDeviceBriefly: number
  readonly ofDeviceADay: number
  readonly ofCompanyADay: number
}

/** How long to wait before trying again, in seconds; undefined: now. */
export function waitBeforePin(wrong: WrongPins): number | undefined {
  if (wrong.ofCompanyADay >= pinLimits.perCompanyADay) return 3600
  if (wrong.ofDeviceADay >= pinLimits.perDeviceADay) return 3600
  if (wrong.ofDeviceBriefly >= pinLimits.perDeviceBriefly) return pinLimits.briefMinutes * 60
  return undefined
}

/**
 * How likely it is that anybody guesses any PIN of the company in 24 hours: each try is at one person's PIN,
 * which is one of so many equally likely ones, and no more tries are answered than the company's limit.
 */
export function chanceOfGuessing(tries: number = pinLimits.perCompanyADay): number {
  return tries / (10 ** pinLength - maxWeakPins)
}

/** What the chance must stay below, a day and for the whole company. */
export const maxChanceOfGuessing = 1e-5
