import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRequestKeys } from './request-keys.ts'

/**
 * Something that is written once, however often it is sent. `touches` names the queries whose answers it may
 * change (the first word of their keys); all timesheets are made anew after anything about hours.
 */
export function useKeyedMutation<Sent, Answer>(
  send: (sent: Sent, key: string) => Promise<Answer>,
  touches: readonly string[],
) {
  const queries = useQueryClient()
  const keys = useRequestKeys()
  return useMutation<Answer, Error, Sent>({
    mutationFn: (sent) => send(sent, keys.keyOf(sent)),
    onSuccess: async () => {
      keys.done()
      await Promise.all(touches.map((name) => queries.invalidateQueries({ queryKey: [name] })))
    },
  })
}
