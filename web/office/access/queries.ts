import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SignedIn } from '../../shared/contract.ts'
import { addresses } from '../../shared/route.ts'
import { useAccessClient } from '../client-context.ts'
import { useTouching } from '../touching.ts'
import type { ApiKeyDraft, OperatorChange, OperatorDraft, SetUpDraft } from './access-client.ts'
import { signWithPasskey } from './passkey-browser.ts'
import { putSession } from './session.ts'

/** Signs somebody in. Whatever the pages knew of another operator is forgotten. */
export function useSigningIn() {
  const access = useAccessClient()
  return useMutation({
    mutationFn: (typed: { name: string; password: string; code?: string }) => access.signIn(typed),
    onSuccess: useBeginningSession(),
  })
}

/** The same with what a device keeps, without a name or a password. */
export function useSigningInWithPasskey() {
  const access = useAccessClient()
  return useMutation({
    async mutationFn() {
      const { options } = await access.passkeyQuestion()
      return access.signInWithPasskey(await signWithPasskey(options))
    },
    onSuccess: useBeginningSession(),
  })
}

function useBeginningSession() {
  const queries = useQueryClient()
  return ({ operator }: { operator: SignedIn }) => {
    putSession(queries, { operator, isSetUp: true })
    return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
}

export function useSettingUp() {
  const access = useAccessClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: SetUpDraft) => access.setUp(draft),
    async onSuccess() {
      // The secret of the link is of no use any more, and nobody should come back to it.
      window.location.replace(addresses.enrol)
      await queries.invalidateQueries({ queryKey: ['session'] })
    },
  })
}

export function useSigningOut() {
  const access = useAccessClient()
  return useMutation({
    mutationFn: () => access.signOut(),
    // Nothing of what was seen stays in the memory of the page.
    onSuccess: () => window.location.reload(),
  })
}

export function useChangingPassword() {
  const access = useAccessClient()
  return useMutation({
    mutationFn: (typed: { current: string; next: string }) => access.changePassword(typed),
  })
}

export function useOperators() {
  const access = useAccessClient()
  return useQuery({ queryKey: ['operators'], queryFn: () => access.operators() })
}

/** Adds an operator, or changes one, and their password where one is given. */
export function useSavingOperator() {
  const access = useAccessClient()
  return useTouching('operators', async (saved: OperatorDraft & { id?: string }) => {
    const { id, password, ...draft } = saved
    if (id === undefined) return access.addOperator({ ...draft, password })
    const operator = await access.changeOperator(id, draft satisfies OperatorChange)
    if (password !== '') await access.setPassword(id, password)
    return operator
  })
}

export function useRemovingOperator() {
  const access = useAccessClient()
  return useTouching('operators', (id: string) => access.removeOperator(id))
}

export function useApiKeys() {
  const access = useAccessClient()
  return useQuery({ queryKey: ['api-keys'], queryFn: () => access.apiKeys() })
}

export function useAddingApiKey() {
  const access = useAccessClient()
  return useTouching('api-keys', (draft: ApiKeyDraft) => access.addApiKey(draft))
}

export function useRemovingApiKey() {
  const access = useAccessClient()
  return useTouching('api-keys', (id: string) => access.removeApiKey(id))
}
