import { plain } from '../names.ts'

/** The time zones that the browser knows, by IANA name, with UTC among them. */
export const zoneNames = (): string[] => [...Intl.supportedValuesOf('timeZone'), 'UTC']

const words = (text: string): string[] =>
  plain(text)
    .split(/[\s/_,-]+/)
    .filter(Boolean)

/** Whether a zone answers to what was typed: the beginning of any of its words, `casa` or `new york`. */
export function isZoneMeant(zone: string, typed: string): boolean {
  const ofZone = words(zone)
  return words(typed).every((word) => ofZone.some((part) => part.startsWith(word)))
}

/** How far the clocks of a zone are from UTC at an instant, `GMT+1`, in the writing of a locale. */
export const offsetText = (zone: string, at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''
