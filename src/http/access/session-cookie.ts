import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLimits, type Sessions } from '../../access/sessions.ts'
import { Problem } from '../problems.ts'

/** With this prefix a browser takes the cookie over HTTPS only, for this host alone and all of its paths. */
const safeName = '__Host-pointeuse'
/** For http://localhost, where browsers do not all take cookies of the other kind. */
const plainName = 'pointeuse'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

const isSafe = ({ protocol }: FastifyRequest) => protocol === 'https'

/** The token of the session that a request belongs to. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[isSafe(request) ? safeName : plainName]
}

/** Throws the problem `https-needed` where others on the network could read what is sent. */
export function refuseUnsafe(request: FastifyRequest): void {
  if (isSafe(request) || loopback.test(request.hostname)) return
  throw new Problem('https-needed', 'Passwords are taken over HTTPS only, or at http://localhost.')
}

/** Gives the browser a session's token, which no script can read and no other site can send. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): void {
  void reply.setCookie(isSafe(request) ? safeName : plainName, token, {
    ...attributes(request),
    maxAge: sessionLimits.hours * 3600,
  })
}

/** Begins with a new token; whatever session the browser had ends, so that nobody goes on with one put there. */
export async function replaceSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions }: { readonly sessions: Pick<Sessions, 'end'> },
  token: string,
): Promise<void> {
  const before = sessionToken(request)
  if (before !== undefined) await sessions.end(before)
  setSessionCookie(request, reply, token)
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(isSafe(request) ? safeName : plainName, attributes(request))
}

const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSafe(request) }) as const
