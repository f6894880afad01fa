import type { StoreFault } from '../../ports/store-error.ts'

/** Primary result codes (https://sqlite.org/rescode.html). */
export const sqliteCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

/** The primary code of an error of node:sqlite, whose low byte it is; undefined for other errors. */
export function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

const faults: Readonly<Record<number, StoreFault>> = {
  [sqliteCodes.busy]: 'unreachable',
  [sqliteCodes.locked]: 'unreachable',
  [sqliteCodes.full]: 'full',
  [sqliteCodes.readOnly]: 'broken',
  [sqliteCodes.ioError]: 'broken',
  [sqliteCodes.corrupt]: 'broken',
  [sqliteCodes.cannotOpen]: 'broken',
  [sqliteCodes.notADatabase]: 'broken',
}

export function sqliteFault(error: unknown): StoreFault | undefined {
  return faults[primaryCode(error) ?? 0]
}
