/**
 * Why a test cannot run here, for its `skip`; false when it can. Where CI is set nothing may be missing: throws
 * instead, so that the tests fail which would have been passed over.
 */
export function needs(what: string, isThere: boolean): string | false {
  if (isThere) return false
  if (process.env['CI']) throw new Error(`these tests need ${what}, and CI must have it`)
  return `needs ${what}`
}

/** The `skip` of tests that another command runs; `.ci/run` knows these words, and lets no other skip pass. */
export const withServers = (isThere: boolean): string | false =>
  isThere ? false : 'needs a server: npm run test:databases'
