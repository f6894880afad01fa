import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Document } from './document.ts'

/** One after the other: each thread has the fonts in its memory. */
let last: Promise<unknown> = Promise.resolve()

/**
 * A document as a PDF of A4 pages, made in a thread of its own, so that nobody waits for it but who asked. `at` is
 * written into the file as the time at which it was made.
 */
export function pdfOf(document: Document, at: Date): Promise<Uint8Array> {
  const make = async () => {
    const thread = new Worker(new URL('pdf-thread.ts', import.meta.url), {
      workerData: { document, at },
    })
    const [bytes] = (await once(thread, 'message')) as [Uint8Array]
    return bytes
  }
  const made = last.then(make)
  last = made.catch(() => undefined) // whoever asked hears of it
  return made
}
