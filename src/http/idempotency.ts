import { createHash, createHmac } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../access/principal.ts'
import type { AnswerStore } from '../ports/receipt.ts'
import { AlreadyAnsweredError, type KeptAnswer, type Receipt } from '../ports/receipt.ts'
import { Problem } from './problems.ts'

/** How long what was answered is kept: a kiosk may be without a network for weeks. */
export const answersKeptForDays = 30

/** Hashing this much takes about two milliseconds. */
const bytesATurn = 1024 * 1024

/** An answer that says what was done. */
export type Done<Status extends number, Body> = { readonly status: Status; readonly body: Body }

export type AnswerOnce<Result, Answer> = {
  readonly request: FastifyRequest
  /** What is asked besides the address, part by part; decides whether two requests are the same. */
  readonly content: readonly (string | Uint8Array)[]
  readonly answers: AnswerStore
  /** Does what is asked, writing the receipt along with it. */
  work(receipt: Receipt<Result> | undefined): Promise<Result>
  /** Throws a Problem for what was refused, which is not kept: nothing was written then. */
  show(result: Result): Answer
}

/**
 * Answers a request that may be sent again, with the header `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header): the same key with the same content is done once and
 * answered alike; with other content it is refused. Without the header it is simply done.
 */
export async function answerOnce<Result, Answer extends Done<number, unknown>>(
  asked: AnswerOnce<Result, Answer>,
): Promise<Answer> {
  const { request, content, answers, work, show } = asked
  const header = readKey(request)
  if (header === undefined) return show(await work(undefined))
  // Everybody's keys are their own: what was answered to one is never told to another.
  const key = createHash('sha256')
    .update(`${nameOf(request.principal)}:${header}`)
    .digest('hex')
  const fingerprint = await fingerprintOf(header, request, content)
  const again = (kept: KeptAnswer): Answer => {
    if (kept.fingerprint !== fingerprint) {
      throw new Problem('idempotency-key-reused', 'Please make a new key for a new request.')
    }
    return { status: kept.status, body: JSON.parse(kept.body) as unknown } as Answer
  }

  const kept = await answers.find(key)
  if (kept) return again(kept)
  try {
    const answer = (result: Result) => {
      const { status, body } = show(result)
      return { fingerprint, status, body: JSON.stringify(body) }
    }
    return show(await work({ key, answer }))
  } catch (error) {
    // The same request came twice at once: the other one was done, which may even be why this one was
    // refused, as when both enrol the same face.
    const twice = error instanceof AlreadyAnsweredError || error instanceof Problem
    const other = twice ? await answers.find(key) : undefined
    if (other) return again(other)
    throw error
  }
}

const nameOf = (principal: Principal) =>
  'id' in principal ? `${principal.kind}:${principal.id}` : principal.kind

function readKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined || (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key))) return key
  throw new Problem('invalid-request', '"idempotency-key" must be 1 to 255 visible characters.', {
    field: 'idempotency-key',
  })
}

/**
 * Recognises a request's content. Keyed with the sender's own key, of which only a hash is kept, so
 * that nobody can try photos against it. Others have their turn in between: a form may have 64 MB.
 */
async function fingerprintOf(
  key: string,
  { method, url }: FastifyRequest,
  content: readonly (string | Uint8Array)[],
): Promise<string> {
  const hmac = createHmac('sha256', key)
  for (const part of [`${method} ${url}`, ...content]) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    // With its length, so that no two lists of parts look alike.
    hmac.update(`${bytes.length}:`)
    for (let at = 0; at < bytes.length; at += bytesATurn) {
      if (at > 0) await nextTurn()
      hmac.update(bytes.subarray(at, at + bytesATurn))
    }
  }
  return hmac.digest('hex')
}
