import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PrintedBadge } from './printed-badge.ts'

/**
 * The PDF of new badges, ten on a page, made in a thread of its own, so that nobody waits for it but who asked. The
 * file is the only place where their text is.
 */
export async function badgeSheet(badges: readonly PrintedBadge[]): Promise<Buffer> {
  const thread = new Worker(new URL('badge-thread.ts', import.meta.url), { workerData: badges })
  const [bytes] = (await once(thread, 'message')) as [Uint8Array]
  return Buffer.from(bytes)
}
