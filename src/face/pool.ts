import { availableParallelism } from 'node:os'
import { EngineError } from './engine-error.ts'
import type { Answer } from './messages.ts'
import { createPhotoQueue, type Queued } from './photo-queue.ts'
import type { RecogniserName } from './recognisers/card.ts'
import { recogniserNamed } from './recognisers/recognisers.ts'
import { signatureOf } from './signature.ts'
import { fromWire } from './wire.ts'
import { createSlot, type Slot } from './slot.ts'
import type { FaceEngine, LookOptions, PhotoReading } from './types.ts'

export type FaceEngineOptions = {
  /** Worker processes with models of their own; one for every two cores unless told. */
  readonly workers?: number
  /** What recognises; `builtin` unless told. */
  readonly recogniser?: RecogniserName
  /** The one before: it looks at every face as well. */
  readonly former?: RecogniserName | undefined
  /** Where recognisers that were downloaded are, each in a folder of its name. */
  readonly packsDirectory?: string
  /** Told when a worker can look at photos, and when one has ended untold, with what is known of that. */
  readonly onWorker?: (news: 'ready' | 'ended', cause?: unknown) => void
}

/** An engine that can say how it is. */
export type PooledEngine = FaceEngine & {
  /** Why no photo can be looked at, and perhaps not soon either; undefined when all is well. */
  trouble(): 'engine-down' | undefined
}

/** Each worker has its own models, about 200 MB; more than this help no time clock. */
const maxWorkers = 4
/** Cores that one inference may use: more than two bring little for models this small. */
const coresPerWorker = 2
/** While one photo's inference runs, the next one is decoded and cut. */
const photosPerWorker = 2

type Photo = Queued & {
  readonly id: number
  readonly bytes: Uint8Array
  readonly options: LookOptions
  /** A worker ended while it looked at it. */
  isSuspect: boolean
  readonly answer: (reading: PhotoReading) => void
  readonly fail: (error: unknown) => void
}

/**
 * The engine behind worker processes: `look` never blocks the caller, and several photos at once use all cores.
 * A worker that crashes or is stuck is replaced. Its photos are tried once again, each alone in a worker, so that
 * one that ends workers cannot end another photo twice. Not threads: the runtime aborts the whole process when a
 * thread is ended while it works.
 * Throws an EngineError when no worker can be started, as when a model is missing.
 */
export async function createFaceEngine(options: FaceEngineOptions = {}): Promise<PooledEngine> {
  const cores = availableParallelism()
  const count = options.workers ?? Math.min(maxWorkers, Math.ceil(cores / coresPerWorker))
  const { recogniser = 'builtin', former, packsDirectory } = options
  const settings = {
    threads: Math.min(cores, coresPerWorker),
    seats: photosPerWorker,
    recogniser,
    ...(former !== undefined && { former }),
    ...(packsDirectory !== undefined && { packsDirectory }),
  }
  const queue = createPhotoQueue<Photo>()
  const suspects: Photo[] = []
  let nextId = 0
  let isClosing = false

  const slots = Array.from({ length: count }, () =>
    createSlot<Photo>(settings, {
      onAnswer({ answer, fail }, said: Answer) {
        if ('reading' in said) answer(fromWire(said.reading))
        else fail(new Error(`the face engine failed: ${said.failure}`))
      },
      onInterrupted(photo, cause) {
        if (photo.isSuspect || isClosing) photo.fail(new EngineError('interrupted', { cause }))
        else if (!photo.options.signal?.aborted) suspects.push(photo)
        photo.isSuspect = true
      },
      onChange: dispatch,
      onWorker: options.onWorker ?? (() => {}),
    }),
  )

  function dispatch(): void {
    if (slots.every(({ isDown }) => isDown)) return failAll(new EngineError('down'))
    while (seatOne());
  }

  /** Gives one photo to the least busy worker that can take one; false when none can. */
  function seatOne(): boolean {
    const ready = slots.filter(({ isReady }) => isReady)
    for (const slot of ready.sort((p, q) => p.photos.length - q.photos.length)) {
      const photo = nextFor(slot)
      if (!photo) continue
      const { id, bytes, purpose, options } = photo
      const embedLargest = options.embedLargest ?? 1
      slot.look(photo, { id, photo: bytes, options: { purpose, embedLargest } })
      return true
    }
    return false
  }

  /** The next photo for a free seat; a suspect one waits until its worker has nothing else to lose. */
  function nextFor({ photos }: Slot<Photo>): Photo | undefined {
    if (photos.length === photosPerWorker || photos.some(({ isSuspect }) => isSuspect)) return
    if (suspects.length > 0) return photos.length === 0 ? suspects.shift() : undefined
    return queue.take(photos.some(({ isSlow }) => isSlow))
  }

  function failAll(error: EngineError): void {
    for (const { fail } of [...suspects.splice(0), ...queue.clear()]) fail(error)
  }

  const close = async () => {
    isClosing = true
    failAll(new EngineError('closed'))
    await Promise.all(slots.map((slot) => slot.close()))
  }
  try {
    await Promise.all(slots.map(({ started }) => started))
  } catch (cause) {
    await close()
    throw new EngineError('down', { cause })
  }
  return {
    model: recogniserNamed(recogniser).recipe,
    ...(former !== undefined && { formerModel: recogniserNamed(former).recipe }),
    trouble: () => (slots.every(({ isDown }) => isDown) ? 'engine-down' : undefined),
    async look(bytes, options) {
      if (isClosing) throw new EngineError('closed')
      const { purpose, signal } = options
      signal?.throwIfAborted()
      return await new Promise((answer, fail) => {
        const isSlow = signatureOf(bytes) === 'heif'
        const photo = {
          id: nextId++,
          bytes,
          options,
          purpose,
          isSlow,
          isSuspect: false,
          answer,
          fail,
        }
        const giveUp = () => {
          queue.remove(photo)
          fail(signal?.reason)
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        queue.add(photo)
        dispatch()
      })
    },
    close,
  }
}
