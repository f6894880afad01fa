import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useHoursClient } from '../client-context.ts'

/** A site or a schedule that is to go. */
export type Retired = { kind: 'sites' | 'schedules'; id: string; name: string }

type Act = 'archive' | 'return' | 'delete'

/** Archives a site or a schedule, takes it back into use, or deletes it. */
export function useRetiring(kind: Retired['kind']) {
  const client = useHoursClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, act }: { id: string; act: Act }): Promise<void> => {
      if (act === 'delete') await client.remove(kind, id)
      else await client.archive(kind, id, act === 'archive')
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [kind] }),
  })
}

/** Withdraws what has not begun: an assignment of an employee, or a change of a schedule. */
export function useWithdrawing(kind: 'assignments' | 'schedules') {
  const client = useHoursClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, from }: { id: string; from: string }): Promise<void> => {
      if (kind === 'assignments') await client.withdrawAssignment(id, from)
      else await client.withdrawVersion(id, from)
    },
    onSuccess: () =>
      Promise.all(
        [kind, 'timesheets'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      ),
  })
}
