import { answered, createHttp, keyed, signal, type Fetch } from '../shared/http.ts'
import type { paths } from '../shared/api.ts'
import type { Shown } from './machine.ts'

export type KioskClient = ReturnType<typeof createKioskClient>

/** What the kiosk is, as the server tells it. */
export type Self =
  paths['/kiosk/heartbeat']['post']['responses'][200]['content']['application/json']
export type Heartbeat = NonNullable<
  paths['/kiosk/heartbeat']['post']['requestBody']
>['content']['application/json']

/** What a kiosk asks of the server, signed by `fetch`. Each gives the answer's data or throws a FailureError. */
export function createKioskClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })
  return {
    clockIn: (shown: Shown, key: string) =>
      answered(
        http.POST('/clock_in', {
          params: keyed(key),
          // openapi-typescript calls a file in a form a string; the serializer below sends the real one.
          body: {},
          bodySerializer: () => formOf(shown),
          signal: signal(),
        }),
      ),
    contest: (recordId: string, key: string) =>
      answered(
        http.POST('/kiosk/contest', { params: keyed(key), body: { recordId }, signal: signal() }),
      ),
    heartbeat: (body: Heartbeat) =>
      answered(http.POST('/kiosk/heartbeat', { body, signal: signal() })),
  }
}

/** Pairs this device, before it has anything to sign with. */
export const pair = (fetch: Fetch, code: string, key: string): Promise<Self> =>
  answered(createHttp({ fetch }).POST('/kiosk/pairing', { body: { code, key }, signal: signal() }))

function formOf(shown: Shown): FormData {
  const form = new FormData()
  if (shown.by === 'pin') {
    form.append('number', shown.number)
    form.append('pin', shown.pin)
  }
  if (shown.by === 'badge') form.append('badge', shown.badge)
  if (shown.photo) form.append('photo', shown.photo, 'photo.jpg')
  return form
}
