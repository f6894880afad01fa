import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.ts'
import type { Problem } from './contract.ts'
import { FailureError } from './failure.ts'

/** Longer than the server lets any answer take (30 s), so that its own answer is the one shown. */
const answerTimeoutMs = 35_000

export type Fetch = (request: Request) => Promise<Response>
type Reply<Data> = { data?: Data; error?: unknown; response: Response }

/** Asks the server by the addresses and bodies of openapi.json. */
export const createHttp = ({
  fetch,
  baseUrl = '.',
}: {
  fetch: Fetch
  baseUrl?: string
}): Client<paths> =>
  createFetchClient<paths>({
    baseUrl,
    fetch: async (request) => understood(await fetch(request)),
  })

/** An answer that is not the server's own, such as the page of a proxy, whatever its status says. */
function understood(response: Response): Response {
  const type = response.headers.get('content-type') ?? ''
  const isOurs = response.status === 204 || /[/+]json\b|^application\/pdf/.test(type)
  if (response.ok && !isOurs)
    throw new FailureError({ kind: 'not-understood', status: response.status })
  return response
}

/** Ends a request that gets no answer. */
export const signal = (): AbortSignal => AbortSignal.timeout(answerTimeoutMs)

export const keyed = (key: string) => ({ header: { 'idempotency-key': key } })

/** What is left of an object without the members that are undefined. */
export const given = <T extends object>(
  values: T,
): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }

/** The answer's data; throws a FailureError when there is none. */
export async function answered<Data>(asked: Promise<Reply<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    // fetch rejects with a TypeError when nothing answers, and with a DOMException when the time is up.
    const isSilence = cause instanceof TypeError || cause instanceof DOMException
    // What says that it is JSON and is none.
    if (cause instanceof SyntaxError)
      throw new FailureError({ kind: 'not-understood', status: 0 }, { cause })
    throw isSilence ? new FailureError({ kind: 'unreachable' }, { cause }) : cause
  })
  if (response.ok) return data as Data
  if (isProblem(error)) throw new FailureError({ kind: 'problem', problem: error })
  throw new FailureError({ kind: 'not-understood', status: response.status })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body
}
