import type { Temporal } from 'temporal-polyfill'

/** What was answered to a request: enough to answer it again. */
export type KeptAnswer = {
  /** Recognises the request's content; the same for the same request only. */
  readonly fingerprint: string
  readonly status: number
  /** JSON. */
  readonly body: string
}

/**
 * Given along with something to write by a sender who may ask twice. What is answered is kept in the
 * same transaction as what was written: either both are there after a crash, or neither.
 */
export type Receipt<Written> = {
  /** Recognises the request; whoever sends it again sends the same. At most 100 ASCII characters. */
  readonly key: string
  /** Makes the answer of what was written. May be asked more than once. */
  answer(written: Written): KeptAnswer
}

/** What was answered to requests that may come again; written along with what they asked for. */
export interface AnswerStore {
  find(key: string): Promise<KeptAnswer | undefined>
  /** Drops those given before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

/** Nothing was written: a request with the same key was answered before, perhaps a moment ago. */
export class AlreadyAnsweredError extends Error {
  override readonly name = 'AlreadyAnsweredError'

  constructor() {
    super('A request with this key has been answered')
  }
}

/** Turns a receipt for one thing into a receipt for what it is made of. */
export function receiptFor<Written, Whole>(
  receipt: Receipt<Whole> | undefined,
  toWhole: (written: Written) => Whole,
): Receipt<Written> | undefined {
  return receipt && { ...receipt, answer: (written) => receipt.answer(toWhole(written)) }
}
