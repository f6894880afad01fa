import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Choices, NoticeTexts, PrivacyClient } from './privacy-client.ts'

export const PrivacyClientContext = createContext<PrivacyClient | undefined>(undefined)

function usePrivacyClient(): PrivacyClient {
  const client = useContext(PrivacyClientContext)
  if (client === undefined) throw new Error('usePrivacyClient is for pages of the office')
  return client
}

/** What any of these writes changes what the others tell. */
const everything = ['privacy', 'notice', 'employees'] as const

function usePrivacyMutation<Sent, Answer>(
  send: (client: PrivacyClient, sent: Sent) => Promise<Answer>,
) {
  const client = usePrivacyClient()
  const queries = useQueryClient()
  return useMutation<Answer, Error, Sent>({
    mutationFn: (sent) => send(client, sent),
    onSuccess: () =>
      Promise.all(everything.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  })
}

export function useStanding() {
  const client = usePrivacyClient()
  return useQuery({ queryKey: ['privacy', 'standing'], queryFn: () => client.standing() })
}

export function useCountries() {
  const client = usePrivacyClient()
  return useQuery({ queryKey: ['privacy', 'countries'], queryFn: () => client.countries() })
}

export function useNotices() {
  const client = usePrivacyClient()
  return useQuery({ queryKey: ['privacy', 'notices'], queryFn: () => client.notices() })
}

/** The country's draft; asked for only once somebody wants it. */
export function useDraft(isWanted: boolean) {
  const client = usePrivacyClient()
  return useQuery({
    queryKey: ['privacy', 'draft'],
    queryFn: () => client.draft(),
    enabled: isWanted,
  })
}

export function useRetentionPlan() {
  const client = usePrivacyClient()
  return useQuery({ queryKey: ['privacy', 'retention'], queryFn: () => client.retention() })
}

export const useChoosing = () =>
  usePrivacyMutation((client, choices: Choices) => client.choose(choices))
export const usePublishing = () =>
  usePrivacyMutation((client, texts: NoticeTexts) => client.publish(texts))
export const useRetaining = () => usePrivacyMutation((client, _: void) => client.retain())
export const useWithdrawing = () => usePrivacyMutation((client, id: string) => client.withdraw(id))
