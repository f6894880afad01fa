import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { EngineError } from '../identity/engine-error.ts'
import { SiteArchivedError } from '../identity/site-archived-error.ts'
import { StoreError, type StoreFault } from '../ports/store-error.ts'
import { Problem, type ProblemCode } from './problems.ts'

const storeProblem = {
  unreachable: 'store-unreachable',
  broken: 'store-broken',
  full: 'disk-full',
} as const satisfies Record<StoreFault, ProblemCode>

/** Answers every error as application/problem+json; what is ours to mend goes into the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error)
  const { code, cause, extras } = problem
  if (cause !== undefined && problem.status >= 500)
    request.log.error({ err: cause, code }, 'failed')
  else request.log.info({ code, reason: extras.reason }, 'refused')
  if (problem.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', String(problem.retryAfterSeconds))
  }
  // What is still coming of it is not wanted any more.
  if (code === 'request-timeout') void reply.header('connection', 'close')
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.toJSON())
}

/** Answers an address that does not exist. */
export function answerNoSuchAddress(request: FastifyRequest, reply: FastifyReply) {
  return answerError(new Problem('no-such-address', 'Nothing is here.'), request, reply)
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError) {
    return new Problem(
      storeProblem[error.fault],
      error.message,
      {},
      { cause: error, retryAfterSeconds: 5 },
    )
  }
  if (error instanceof SiteArchivedError) {
    return new Problem('archived', 'The site is out of use.', { field: 'site' })
  }
  if (error instanceof EngineError && error.fault === 'no-models') {
    return new Problem(
      'face-not-installed',
      'No model is installed here. A number with a PIN, or a badge, always works.',
      {},
      { cause: error },
    )
  }
  if (error instanceof EngineError) {
    return new Problem(
      'engine-unavailable',
      'Nothing was recorded. Please try again in a moment.',
      {},
      { cause: error, retryAfterSeconds: 2 },
    )
  }
  return (
    fastifyProblem(error) ??
    new Problem('internal-error', 'Please report this.', {}, { cause: error })
  )
}

/** What Fastify and its plugins refuse by themselves. Their messages may quote the request: not used. */
function fastifyProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined
  const { statusCode = 500, validation } = error as Partial<FastifyError>
  if (validation) return invalidRequest(validation)
  if (statusCode === 413) return new Problem('request-too-large', 'The body is too large.')
  if (statusCode === 415) return new Problem('unsupported-media-type', 'Please look at /docs.')
  if (statusCode === 408) return new Problem('request-timeout', 'Please send it again.')
  if (statusCode >= 400 && statusCode < 500) {
    return new Problem('malformed-body', 'The body cannot be read.')
  }
  return undefined
}

function invalidRequest(faults: readonly { instancePath: string; message?: string }[]): Problem {
  const [fault] = faults
  const field = fault?.instancePath.slice(1)
  const detail = `${field ? `"${field}"` : 'The request'} ${fault?.message ?? 'is not valid'}.`
  return new Problem('invalid-request', detail, field ? { field } : {})
}
