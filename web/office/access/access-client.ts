import type { paths } from '../../shared/api.ts'
import { answered, createHttp, type Fetch, signal } from '../../shared/http.ts'

type Body<Path extends keyof paths, Method extends 'post' | 'patch' | 'put'> = paths[Path] extends {
  [Key in Method]: { requestBody: { content: { 'application/json': infer Sent } } }
}
  ? Sent
  : never

export type SetUpDraft = Body<'/setup', 'post'>
export type OperatorDraft = Body<'/operators', 'post'>
export type OperatorChange = Body<'/operators/{id}', 'patch'>
export type ApiKeyDraft = Body<'/api-keys', 'post'>

export type AccessClient = ReturnType<typeof createAccessClient>

/** Who is signed in, and who may be. Each gives the answer's data or throws a FailureError. */
export function createAccessClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })
  const path = (id: string) => ({ params: { path: { id } }, signal: signal() })
  return {
    setUpState: () => answered(http.GET('/setup', { signal: signal() })),
    setUp: (body: SetUpDraft) => answered(http.POST('/setup', { body, signal: signal() })),

    session: () => answered(http.GET('/session', { signal: signal() })),
    signIn: (body: Body<'/session', 'post'>) =>
      answered(http.POST('/session', { body, signal: signal() })),
    signOut: () => answered(http.DELETE('/session', { signal: signal() })),
    changePassword: (body: { current: string; next: string }) =>
      answered(http.PUT('/session/password', { body, signal: signal() })),

    secondFactor: () => answered(http.GET('/session/second-factor', { signal: signal() })),
    beginSecondFactor: (password: string) =>
      answered(http.POST('/session/second-factor', { body: { password }, signal: signal() })),
    confirmSecondFactor: (code: string) =>
      answered(http.PUT('/session/second-factor', { body: { code }, signal: signal() })),
    removeSecondFactor: (password: string) =>
      answered(
        http.POST('/session/second-factor/removal', { body: { password }, signal: signal() }),
      ),
    makeRecoveryCodes: (password: string) =>
      answered(http.POST('/session/recovery-codes', { body: { password }, signal: signal() })),

    passkeyQuestion: () => answered(http.POST('/session/passkey/question', { signal: signal() })),
    signInWithPasskey: (answer: Record<string, unknown>) =>
      answered(http.POST('/session/passkey', { body: { answer }, signal: signal() })),
    passkeys: () => answered(http.GET('/session/passkeys', { signal: signal() })),
    askForPasskey: (password: string) =>
      answered(http.POST('/session/passkeys/question', { body: { password }, signal: signal() })),
    addPasskey: (name: string, answer: Record<string, unknown>) =>
      answered(http.POST('/session/passkeys', { body: { name, answer }, signal: signal() })),
    removePasskey: (id: string) => answered(http.DELETE('/session/passkeys/{id}', path(id))),

    operators: () => answered(http.GET('/operators', { signal: signal() })),
    addOperator: (body: OperatorDraft) =>
      answered(http.POST('/operators', { body, signal: signal() })),
    changeOperator: (id: string, body: OperatorChange) =>
      answered(http.PATCH('/operators/{id}', { ...path(id), body })),
    setPassword: (id: string, password: string) =>
      answered(http.PUT('/operators/{id}/password', { ...path(id), body: { password } })),
    removeOperator: (id: string) => answered(http.DELETE('/operators/{id}', path(id))),

    apiKeys: () => answered(http.GET('/api-keys', { signal: signal() })),
    addApiKey: (body: ApiKeyDraft) => answered(http.POST('/api-keys', { body, signal: signal() })),
    removeApiKey: (id: string) => answered(http.DELETE('/api-keys/{id}', path(id))),
  }
}
