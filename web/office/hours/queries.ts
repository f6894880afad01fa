import { useInfiniteQuery } from '@tanstack/react-query'
import { useHoursClient } from '../client-context.ts'
import type { CorrectionDraft, DecisionDraft, TimesheetsQuery } from '../hours-client.ts'
import { useKeyedMutation } from '../keyed-mutation.ts'

/** Timesheets by employee, page by page. */
export function useTimesheets(query: TimesheetsQuery) {
  const client = useHoursClient()
  return useInfiniteQuery({
    queryKey: ['timesheets', query],
    queryFn: ({ pageParam }) => client.timesheets(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** The days on which something should be corrected or decided, by employee, page by page. */
export function useDaysToCorrect(query: TimesheetsQuery) {
  const client = useHoursClient()
  return useInfiniteQuery({
    queryKey: ['timesheets', 'to-correct', query],
    queryFn: ({ pageParam }) => client.daysToCorrect(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** Corrections, newest first, page by page. */
export function useCorrections(query: { employee?: string; state?: 'open' | 'decided' }) {
  const client = useHoursClient()
  return useInfiniteQuery({
    queryKey: ['corrections', query],
    queryFn: ({ pageParam }) => client.corrections(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

const touched = ['corrections', 'timesheets']

export function useCorrecting() {
  const client = useHoursClient()
  return useKeyedMutation((draft: CorrectionDraft, key) => client.correct(draft, key), touched)
}

export function useDeciding() {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ id, ...draft }: DecisionDraft & { id: string }, key) => client.decide(id, draft, key),
    touched,
  )
}
