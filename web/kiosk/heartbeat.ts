import { failureOf, type Failure } from '../shared/failure.ts'
import type { CameraState } from '../shared/camera.ts'
import type { Heartbeat, KioskClient, Self } from './client.ts'

/** How often the kiosk says that it is there, in milliseconds. */
export const heartbeatMs = 30_000

/** How the kiosk stands with its server. */
export type Standing =
  | { readonly state: 'asking' }
  | { readonly state: 'fine'; readonly self: Self }
  | { readonly state: 'away'; readonly failure: Failure; readonly self: Self | undefined }
  /** Revoked, or another device took its place: nothing works until it is paired again. */
  | { readonly state: 'unpaired' }

/** The camera in the words of the server. */
export function cameraWord(state: CameraState): Heartbeat['camera'] {
  if (state.status !== 'unavailable') return state.status
  switch (state.problem) {
    case 'denied':
      return 'denied'
    case 'none':
      return 'missing'
    case 'in-use':
    case 'insecure':
    case 'unsupported':
      return 'failed'
  }
}

/** What a heartbeat made of the standing. */
export async function beat(
  client: Pick<KioskClient, 'heartbeat'>,
  heartbeat: Heartbeat,
  before: Standing,
): Promise<Standing> {
  try {
    return { state: 'fine', self: await client.heartbeat(heartbeat) }
  } catch (error) {
    const failure = failureOf(error)
    const isUnpaired = failure.kind === 'problem' && failure.problem.code === 'not-a-kiosk'
    if (isUnpaired) return { state: 'unpaired' }
    return { state: 'away', failure, self: 'self' in before ? before.self : undefined }
  }
}
