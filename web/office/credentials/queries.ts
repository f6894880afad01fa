import { useMutation } from '@tanstack/react-query'
import { useDoorClient } from '../client-context.ts'

/** A PIN stays in the memory of the dialog that shows it, and in no list. */
export function useNewPin() {
  const door = useDoorClient()
  return useMutation({ mutationFn: (id: string) => door.newPin(id), gcTime: 0 })
}

export function useNewBadge() {
  const door = useDoorClient()
  return useMutation({ mutationFn: (id: string): Promise<Blob> => door.newBadge(id), gcTime: 0 })
}
