import createFetchClient from 'openapi-fetch'
import type { paths } from './api.ts'
import type { Problem } from './contract.ts'
import { FailureError } from './failure.ts'
import { fetchWithProgress, type OnProgress } from './upload.ts'

/** Longer than the server lets any answer take (30 s), so that its own answer is the one shown. */
const answerTimeoutMs = 35_000
/** Employees and records are asked for by the page; the largest page that the server gives. */
const pageLength = 100
/** A timesheet holds a month of days. */
const timesheetPageLength = 50

/** Photos to enrol somebody with. */
export type Enrolment = {
  readonly photos: readonly Blob[]
  /** An operator has confirmed that this is not the employee who looks the same. */
  readonly twins: boolean
  /** Of the request: see newRequestKey. */
  readonly key: string
}

type Reply<Data> = { data?: Data; error?: unknown; response: Response }

/** A period of time in instants (ISO 8601, UTC): `from` belongs to it, `to` does not. */
export type RecordsQuery = { from: string; to: string; employee?: string }

/** Days (ISO dates), both included, on the calendars of the sites. */
export type TimesheetsQuery = { from: string; to: string; employee?: string }

export type Client = ReturnType<typeof createClient>

/** The server's addresses as functions. Each gives the answer's data or throws a FailureError. */
export function createClient({ fetch }: { fetch: (request: Request) => Promise<Response> }) {
  const http = createFetchClient<paths>({ baseUrl: '.', fetch })
  const signal = () => AbortSignal.timeout(answerTimeoutMs)

  return {
    clockIn: (photo: Blob, key: string) =>
      answered(
        http.POST('/clock_in', {
          params: keyed(key),
          // openapi-typescript calls a file in a form a string; the serializer below sends the real one.
          body: { photo: '' },
          bodySerializer: () => formOf({ photos: [photo] }),
          signal: signal(),
        }),
      ),

    enrol: ({ name, ...form }: Enrolment & { name: string }, onProgress: OnProgress) =>
      answered(
        http.POST('/register', {
          params: keyed(form.key),
          body: { name, photo: [] },
          bodySerializer: () => formOf({ name, ...form }),
          fetch: fetchWithProgress(onProgress),
        }),
      ),

    addPhotos: ({ id, ...form }: Enrolment & { id: string }, onProgress: OnProgress) =>
      answered(
        http.POST('/employees/{id}/photos', {
          params: { path: { id }, ...keyed(form.key) },
          body: { photo: [] },
          bodySerializer: () => formOf(form),
          fetch: fetchWithProgress(onProgress),
        }),
      ),

    employees: (after?: string) =>
      answered(
        http.GET('/employees', {
          params: { query: { limit: pageLength, ...(after === undefined ? {} : { after }) } },
          signal: signal(),
        }),
      ),

    timesheets: (query: TimesheetsQuery, after?: string) =>
      answered(
        http.GET('/timesheets', {
          params: {
            query: {
              ...query,
              limit: timesheetPageLength,
              ...(after === undefined ? {} : { after }),
            },
          },
          signal: signal(),
        }),
      ),

    decision: () => answered(http.GET('/decision', { signal: signal() })),

    rename: (id: string, name: string) =>
      answered(
        http.PATCH('/employees/{id}', {
          params: { path: { id } },
          body: { name },
          signal: signal(),
        }),
      ),

    forget: (id: string, records: 'keep' | 'erase') =>
      answered(
        http.DELETE('/employees/{id}', {
          params: { path: { id }, query: { records } },
          signal: signal(),
        }),
      ),

    records: (query: RecordsQuery, after?: string) =>
      answered(
        http.GET('/attendance', {
          params: {
            query: { ...query, limit: pageLength, ...(after === undefined ? {} : { after }) },
          },
          signal: signal(),
        }),
      ),
  }
}

const keyed = (key: string) => ({ header: { 'idempotency-key': key } })

type Form = { name?: string; twins?: boolean; photos: readonly Blob[] }

function formOf({ name, twins = false, photos }: Form): FormData {
  const form = new FormData()
  if (name !== undefined) form.append('name', name)
  if (twins) form.append('twins', 'true')
  photos.forEach((photo, index) => form.append('photo', photo, `photo-${index + 1}`))
  return form
}

async function answered<Data>(asked: Promise<Reply<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    // fetch rejects with a TypeError when nothing answers, and with a DOMException when the time is up.
    const isSilence = cause instanceof TypeError || cause instanceof DOMException
    throw isSilence ? new FailureError({ kind: 'unreachable' }, { cause }) : cause
  })
  if (response.ok) return data as Data
  if (isProblem(error)) throw new FailureError({ kind: 'problem', problem: error })
  throw new FailureError({ kind: 'not-understood', status: response.status })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body
}
