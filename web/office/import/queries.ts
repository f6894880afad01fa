import { useHoursClient } from '../client-context.ts'
import { useKeyedMutation } from '../keyed-mutation.ts'

/** Sends a file of employees: to hear what would become of it, or to import it. */
export function useImport() {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ file, dryRun }: { file: File; dryRun: boolean }, key) =>
      client.importEmployees(file, dryRun, key),
    ['employees', 'timesheets', 'assignments'],
  )
}
