/** The first time zone data that knows that Morocco is on UTC since 20 September 2026. */
export const freshZoneData = '2026c'

/** The time zone data of this process; `unknown` in a Node that was built without any. */
export const zoneDataVersion = process.versions.tz ?? 'unknown'

/**
 * Whether time zone data, named by year and letter as the IANA does, is recent enough for hours to be
 * right. The data comes with Node; ICU_TIMEZONE_FILES_DIR can point at newer.
 */
export const isZoneDataFresh = (version: string): boolean =>
  /^\d{4}[a-z]+$/.test(version) && version >= freshZoneData
