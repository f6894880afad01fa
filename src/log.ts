import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

type Requested = { method?: string; routeOptions?: { url?: string } }

/**
 * The program's log: one JSON object a line, on the standard error unless told otherwise. It holds no name, photo, template, address or query, and
 * of an error only what it is and where it happened, for drivers quote values in their messages.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: {
      // The route's pattern, not the address: that may hold ids.
      req: ({ method, routeOptions }: Requested) => ({ method, route: routeOptions?.url }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
      err: describeError,
    },
  }
  return pino(options, destination ?? pino.destination({ dest: process.stderr.fd, sync: true }))
}

/** How deep causes are followed. */
const maxCauses = 5

type DescribedError = { type: string; code?: string; at?: string[]; cause?: DescribedError }

function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = ['code', 'fault', 'errcode']
    .map((key) => (error as unknown as Record<string, unknown>)[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join('/')
  return {
    type: error.name,
    ...(code && { code }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined &&
      depth < maxCauses && { cause: describeError(error.cause, depth + 1) }),
  }
}
