import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useHoursClient } from '../client-context.ts'
import type {
  AssignmentDraft,
  LeaveDraft,
  ScheduleDraft,
  SiteChange,
  SiteDraft,
  VersionDraft,
} from '../hours-client.ts'
import { useKeyedMutation } from '../keyed-mutation.ts'

/** All sites, oldest first. */
export function useSites() {
  const client = useHoursClient()
  return useQuery({ queryKey: ['sites'], queryFn: async () => (await client.sites()).sites })
}

/** The calendars of public holidays that come with the program. */
export function useCalendars() {
  const client = useHoursClient()
  return useQuery({
    queryKey: ['calendars'],
    queryFn: async () => (await client.calendars()).calendars,
    staleTime: Infinity,
  })
}

/** Overtime by rates as laws have it, to begin with. */
export function useOvertimePresets() {
  const client = useHoursClient()
  return useQuery({
    queryKey: ['overtime-presets'],
    queryFn: async () => (await client.overtimePresets()).presets,
    staleTime: Infinity,
  })
}

/** All schedules with all their versions. */
export function useSchedules() {
  const client = useHoursClient()
  return useQuery({
    queryKey: ['schedules'],
    queryFn: async () => (await client.schedules()).schedules,
  })
}

/** The holidays of a site in a year, by date. */
export function useHolidays(site: string, year: number) {
  const client = useHoursClient()
  return useQuery({
    queryKey: ['holidays', site, year],
    queryFn: async () => (await client.holidays(site, year)).holidays,
  })
}

/** Where each of these employees belonged, by first day. */
export function useAssignments(employees: readonly string[]) {
  const client = useHoursClient()
  return useQueries({
    queries: employees.map((id) => ({
      queryKey: ['assignments', id],
      queryFn: async () => (await client.assignments(id)).assignments,
    })),
  })
}

const ofSites = ['sites', 'holidays', 'timesheets']

export function useAddingSite() {
  const client = useHoursClient()
  return useKeyedMutation((draft: SiteDraft, key) => client.addSite(draft, key), ofSites)
}

/** What can be done again without harm needs no key. */
function useChange<Sent, Answer>(
  send: (sent: Sent) => Promise<Answer>,
  touches: readonly string[],
) {
  const queries = useQueryClient()
  return useMutation<Answer, Error, Sent>({
    mutationFn: send,
    onSuccess: () =>
      Promise.all(touches.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  })
}

export function useChangingSite() {
  const client = useHoursClient()
  return useChange(
    ({ id, ...draft }: SiteChange & { id: string }) => client.changeSite(id, draft),
    ofSites,
  )
}

export type DayDraft = { site: string; date: string; name: string; isHoliday: boolean }

export function useHolidayChange() {
  const client = useHoursClient()
  return useChange(
    ({ site, date, ...draft }: DayDraft) => client.putHoliday(site, date, draft),
    ofSites,
  )
}

export function useHolidayReturn() {
  const client = useHoursClient()
  return useChange(
    ({ site, date }: { site: string; date: string }) => client.takeBackHoliday(site, date),
    ofSites,
  )
}

export function useHolidayImport(site: string) {
  const client = useHoursClient()
  return useKeyedMutation((file: File, key) => client.importHolidays(site, file, key), ofSites)
}

const ofSchedules = ['schedules', 'timesheets']

/** A schedule that is new, or new from a day on when it has an `id`. */
export function useSavingSchedule(id: string | undefined) {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ name, ...version }: ScheduleDraft & VersionDraft, key) =>
      id === undefined
        ? client.addSchedule({ name, ...version }, key)
        : client.changeSchedule(id, version, key),
    ofSchedules,
  )
}

export function useAssigning() {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ employee, ...draft }: AssignmentDraft & { employee: string }, key) =>
      client.assign(employee, draft, key),
    ['assignments', 'timesheets'],
  )
}

const ofLeave = ['leaves', 'timesheets']

export function useAddingLeave() {
  const client = useHoursClient()
  return useKeyedMutation(
    ({ employee, ...draft }: LeaveDraft & { employee: string }, key) =>
      client.addLeave(employee, draft, key),
    ofLeave,
  )
}

export function useRemovingLeave() {
  const client = useHoursClient()
  return useChange((id: string) => client.removeLeave(id), ofLeave)
}
