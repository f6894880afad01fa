import { answered, createHttp, type Fetch, keyed, signal } from './http.ts'
import { fetchWithProgress, type OnProgress } from './upload.ts'

/** Employees and records are asked for by the page; the largest page that the server gives. */
const pageLength = 100

/** Photos to enrol somebody with. */
export type Enrolment = {
  readonly photos: readonly Blob[]
  /** An operator has confirmed that this is not the employee who looks the same. */
  readonly twins: boolean
  /** How they agreed, as the server reads it; undefined: what they said before stands. */
  readonly consent: string | undefined
  /** Of the request: see newRequestKey. */
  readonly key: string
}

/** A period of time in instants (ISO 8601, UTC): `from` belongs to it, `to` does not. */
export type RecordsQuery = { from: string; to: string; employee?: string }

export type Client = ReturnType<typeof createClient>

/** The server's addresses as functions. Each gives the answer's data or throws a FailureError. */
export function createClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })

  return {
    enrol: ({ name, ...form }: Enrolment & { name: string }, onProgress: OnProgress) =>
      answered(
        http.POST('/register', {
          params: keyed(form.key),
          body: { name, consent: '', photo: [] },
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

    notice: () =>
      answered(http.GET('/notice', { headers: { accept: 'application/json' }, signal: signal() })),

    decision: () => answered(http.GET('/decision', { signal: signal() })),

    recogniser: () => answered(http.GET('/recogniser', { signal: signal() })),
    waitingForRecogniser: () => answered(http.GET('/recogniser/waiting', { signal: signal() })),

    rename: (id: string, name: string) =>
      answered(
        http.PATCH('/employees/{id}', {
          params: { path: { id } },
          body: { name },
          signal: signal(),
        }),
      ),

    employ: (id: string, body: { firstDay: string | null; lastDay: string | null }) =>
      answered(
        http.PUT('/employees/{id}/employment', {
          params: { path: { id } },
          body,
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

type Form = {
  name?: string
  consent?: string | undefined
  twins?: boolean
  photos: readonly Blob[]
}

function formOf({ name, consent, twins = false, photos }: Form): FormData {
  const form = new FormData()
  if (name !== undefined) form.append('name', name)
  if (consent !== undefined) form.append('consent', consent)
  if (twins) form.append('twins', 'true')
  photos.forEach((photo, index) => form.append('photo', photo, `photo-${index + 1}`))
  return form
}
