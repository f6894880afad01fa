import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something that changes a list of the server's, which is asked for again afterwards. */
export function useTouching<Sent, Answer>(list: string, send: (sent: Sent) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation<Answer, Error, Sent>({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: [list] }),
  })
}
