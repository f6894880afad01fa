import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAccessClient } from '../client-context.ts'
import { useTouching } from '../touching.ts'
import { createPasskey } from './passkey-browser.ts'

export function useSecondFactor() {
  const access = useAccessClient()
  return useQuery({ queryKey: ['second-factor'], queryFn: () => access.secondFactor() })
}

export function useBeginningApp() {
  const access = useAccessClient()
  return useMutation({ mutationFn: (password: string) => access.beginSecondFactor(password) })
}

export function useConfirmingApp() {
  const access = useAccessClient()
  return useTouching('second-factor', (code: string) => access.confirmSecondFactor(code))
}

export function useRemovingApp() {
  const access = useAccessClient()
  return useTouching('second-factor', (password: string) => access.removeSecondFactor(password))
}

export function useMakingRecoveryCodes() {
  const access = useAccessClient()
  return useTouching('second-factor', (password: string) => access.makeRecoveryCodes(password))
}

/** Asks the server anew who is signed in, and what they may do now. */
export function useAskingWhoIsSignedIn() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries()
}

export function usePasskeys() {
  const access = useAccessClient()
  return useQuery({ queryKey: ['passkeys'], queryFn: () => access.passkeys() })
}

export function useAddingPasskey() {
  const access = useAccessClient()
  return useTouching('passkeys', async ({ name, password }: { name: string; password: string }) => {
    const { options } = await access.askForPasskey(password)
    return access.addPasskey(name, await createPasskey(options))
  })
}

export function useRemovingPasskey() {
  const access = useAccessClient()
  return useTouching('passkeys', (id: string) => access.removePasskey(id))
}
