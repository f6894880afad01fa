/** What Node says when the other end of a connection is not there (any more). */
const codes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // a socket file
])

/** Whether an error of a driver is one of the network. */
export function isNetworkError(error: unknown): boolean {
  // A host name with several addresses fails with all of them at once.
  if (error instanceof AggregateError) return error.errors.some(isNetworkError)
  return codes.has(codeOf(error))
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
