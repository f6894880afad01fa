import { useHoursClient } from '../client-context.ts'
import { useKeyedMutation } from '../keyed-mutation.ts'

export const importables = ['employees', 'leaves'] as const
export type Importable = (typeof importables)[number]

/** Sends a file of employees or leave: to hear what would become of it, or to import it. */
export function useImport(what: Importable) {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ file, dryRun }: { file: File; dryRun: boolean }, key) =>
      client.import(what, file, dryRun, key),
    ['employees', 'timesheets', 'assignments'],
  )
}
