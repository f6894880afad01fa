import type { FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'
import { sessionToken } from './session-cookie.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: throws the problem `cross-site-request`. Browsers say of
 * every request that changes something where it comes from (Fetch, `Sec-Fetch-Site` and `Origin`), and no page
 * can change that. A request with a cookie that says neither is refused too; one without a cookie and from no
 * browser has nothing to abuse. A key in a header is sent by nobody unasked.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const { method, headers } = request
  if (safeMethods.has(method) || headers.authorization !== undefined) return
  const site = headers['sec-fetch-site']
  const isOurs =
    headers.origin !== undefined
      ? headers.origin === `${request.protocol}://${request.host}`
      : site !== undefined || sessionToken(request) === undefined
  if (isOurs && (site === undefined || site === 'same-origin' || site === 'none')) return
  throw new Problem('cross-site-request', 'Only pages of this program may ask for changes.')
}
