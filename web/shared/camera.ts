/** Why there is no picture, each with its own advice to whoever stands there. */
export type CameraProblem = 'denied' | 'none' | 'in-use' | 'insecure' | 'unsupported'

export type CameraState =
  | { readonly status: 'asking' }
  | { readonly status: 'live'; readonly stream: MediaStream }
  | { readonly status: 'unavailable'; readonly problem: CameraProblem }

/** What a camera needs of the browser. */
export type CameraWorld = {
  /** Undefined on an insecure address, and in browsers without cameras. */
  readonly mediaDevices: MediaDevices | undefined
  readonly permissions: Permissions | undefined
  readonly isSecureContext: boolean
}

export interface Camera {
  readonly state: () => CameraState
  /** Calls back at every change of state; returns the way to stop that. */
  readonly subscribe: (changed: () => void) => () => void
  /** Asks for the camera, again if need be. Never throws: what goes wrong becomes the state. */
  readonly open: () => Promise<void>
  /** Switches the camera off. */
  readonly close: () => void
}

/** The front camera at up to 1280x720: enough for a face two metres away, small enough to send at once. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
}

/** Puts what getUserMedia rejects with into our words (names: W3C Media Capture and Streams, 10.2). */
export function cameraProblem(errorName: string): CameraProblem {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'unsupported'
  }
}

/**
 * A camera that says at any time whether there is a picture, and if not, why. It asks again by itself when
 * a camera is plugged in, when the permission is given after all, and when the picture breaks off.
 */
export function createCamera({ mediaDevices, permissions, isSecureContext }: CameraWorld): Camera {
  const listeners = new Set<() => void>()
  let state: CameraState = { status: 'asking' }
  // Counts the calls of open and close, so that a late answer to an earlier one is recognised.
  let turn = 0

  function become(next: CameraState) {
    state = next
    listeners.forEach((changed) => changed())
  }

  function stop() {
    if (state.status !== 'live') return
    for (const track of state.stream.getTracks()) {
      track.onended = null
      track.stop()
    }
  }

  const reopenIfUnavailable = () => {
    if (state.status === 'unavailable') void open()
  }

  // Not after a refusal: another device is no reason to ask somebody again who said no.
  const reopenForDevice = () => {
    if (state.status === 'unavailable' && state.problem !== 'denied') void open()
  }

  async function watchPermission() {
    try {
      const permission = await permissions?.query({ name: 'camera' })
      if (permission) permission.onchange = reopenIfUnavailable
    } catch {
      // Some browsers cannot be asked about this permission; "try again" remains.
    }
  }

  async function open() {
    const mine = ++turn
    stop()
    if (mediaDevices === undefined) {
      become({ status: 'unavailable', problem: isSecureContext ? 'unsupported' : 'insecure' })
      return
    }
    become({ status: 'asking' })
    mediaDevices.addEventListener('devicechange', reopenForDevice)
    void watchPermission()
    try {
      const stream = await mediaDevices.getUserMedia(wanted)
      if (mine !== turn) {
        stream.getTracks().forEach((track) => track.stop())
        return
      }
      // Unplugged, taken away, or the phone was locked.
      for (const track of stream.getTracks()) track.onended = () => void open()
      become({ status: 'live', stream })
    } catch (error) {
      if (mine !== turn) return
      const name = error instanceof Error ? error.name : ''
      become({ status: 'unavailable', problem: cameraProblem(name) })
    }
  }

  function close() {
    turn++
    stop()
    mediaDevices?.removeEventListener('devicechange', reopenForDevice)
    become({ status: 'asking' })
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    open,
    close,
  }
}
