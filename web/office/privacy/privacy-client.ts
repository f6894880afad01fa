import type { paths } from '../../shared/api.ts'
import { answered, createHttp, type Fetch, signal } from '../../shared/http.ts'

type Answer<Path extends keyof paths, Method extends 'get'> = paths[Path] extends {
  [Key in Method]: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Standing = Answer<'/privacy', 'get'>
export type CountryProfile = Answer<'/privacy/countries', 'get'>['countries'][number]
export type RetentionPlan = Answer<'/privacy/retention', 'get'>
export type Choices = paths['/privacy/choices']['put']['requestBody']['content']['application/json']
export type NoticeTexts = Answer<'/privacy/notices/draft', 'get'>

export type PrivacyClient = ReturnType<typeof createPrivacyClient>

/** What people are told, what was decided, what is kept. Each gives the answer's data or throws a FailureError. */
export function createPrivacyClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })
  return {
    standing: () => answered(http.GET('/privacy', { signal: signal() })),
    countries: () => answered(http.GET('/privacy/countries', { signal: signal() })),
    choose: (body: Choices) => answered(http.PUT('/privacy/choices', { body, signal: signal() })),
    notices: () => answered(http.GET('/privacy/notices', { signal: signal() })),
    draft: () => answered(http.GET('/privacy/notices/draft', { signal: signal() })),
    publish: (texts: NoticeTexts) =>
      answered(http.POST('/privacy/notices', { body: { texts }, signal: signal() })),
    retention: () => answered(http.GET('/privacy/retention', { signal: signal() })),
    retain: () => answered(http.POST('/privacy/retention', { signal: signal() })),
    withdraw: (id: string) =>
      answered(
        http.POST('/employees/{id}/consents/withdrawal', {
          params: { path: { id } },
          signal: signal(),
        }),
      ),
  }
}
