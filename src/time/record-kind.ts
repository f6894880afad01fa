export const recordKinds = ['in', 'out', 'break-start', 'break-end'] as const

/** What an attendance record says happened. */
export type RecordKind = (typeof recordKinds)[number]
