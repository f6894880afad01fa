import { createContext, useContext } from 'react'
import { QueryCache, QueryClient, MutationCache, useQuery } from '@tanstack/react-query'
import type { SignedIn } from '../../shared/contract.ts'
import { FailureError } from '../../shared/failure.ts'
import { useAccessClient } from '../client-context.ts'

/** What the office knows of whoever sits before it. */
export type Session = { readonly operator: SignedIn | null; readonly isSetUp: boolean }

const sessionKey = ['session'] as const

export const saysNotSignedIn = (error: unknown): boolean =>
  error instanceof FailureError &&
  error.failure.kind === 'problem' &&
  error.failure.problem.code === 'not-signed-in'

/** The password was right, and a second factor is wanted. */
export const saysCodeNeeded = (error: unknown): boolean =>
  error instanceof FailureError &&
  error.failure.kind === 'problem' &&
  error.failure.problem.code === 'second-factor-needed'

/** A refusal stays a refusal; silence may be a cable that is being plugged in. */
function isWorthAsking(failures: number, error: Error): boolean {
  return error instanceof FailureError && error.failure.kind !== 'problem' && failures < 2
}

/** Keeps what the server answered; any answer that nobody is signed in ends the session for every page. */
export function createQueries(): QueryClient {
  const onError = (error: Error) => {
    if (saysNotSignedIn(error)) putSession(queries, { operator: null, isSetUp: true })
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The server is often nearer than the internet: that the browser is offline says nothing.
      queries: { retry: isWorthAsking, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}

export const putSession = (queries: QueryClient, session: Session): void =>
  void queries.setQueryData<Session>(sessionKey, session)

/** Asks once; afterwards what happens here says it. */
export function useSession() {
  const access = useAccessClient()
  return useQuery<Session>({
    queryKey: sessionKey,
    staleTime: Infinity,
    async queryFn() {
      const { open } = await access.setUpState()
      if (open) return { operator: null, isSetUp: false }
      return { operator: (await access.session()).operator, isSetUp: true }
    },
  })
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined)

/** Whoever is signed in. Throws on pages that are shown to nobody in particular. */
export function useSignedIn(): SignedIn {
  const operator = useContext(SignedInContext)
  if (operator === undefined) throw new Error('useSignedIn is for pages behind the sign-in')
  return operator
}
