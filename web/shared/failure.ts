import type { Problem } from './contract.ts'

/**
 * Why the server did not do what it was asked, as data that a page can put into words: nothing answered,
 * the server said what is wrong, or the answer was none of the server's (a proxy's, say).
 */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'not-understood'; readonly status: number }

/** Carries a failure through code that knows only thrown errors. */
export class FailureError extends Error {
  override readonly name = 'FailureError'
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind === 'problem' ? `Refused: ${failure.problem.code}` : failure.kind, options)
    this.failure = failure
  }
}

/** The failure inside a thrown error. Any other error is a fault of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  throw error
}
