import type { Temporal } from 'temporal-polyfill'

/** What a kiosk says of its camera. */
export const cameraStates = ['live', 'asking', 'denied', 'missing', 'failed', 'off'] as const
export type CameraState = (typeof cameraStates)[number]

/** What a kiosk tells of itself, every half minute. */
export type Heartbeat = {
  /** Of the pages that it runs; at most 40 ASCII characters. */
  readonly version: string
  readonly camera: CameraState
}

/** A device at a door, which may do one thing: let people clock in at its site. */
export type Kiosk = {
  readonly id: string
  readonly name: string
  readonly siteId: string
  readonly createdAt: Temporal.Instant
  /** Until when the code that was made last pairs a device; null when it was used, or there is none. */
  readonly codeUntil: Temporal.Instant | null
  /** When its device was paired; null: none is. */
  readonly pairedAt: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
  /** The last time that it was heard of. */
  readonly seen: ({ readonly at: Temporal.Instant } & Heartbeat) | null
}
