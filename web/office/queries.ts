import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { Client, Enrolment, RecordsQuery } from '../shared/client.ts'
import type { Employee, ListedEmployee, PhotoVerdict } from '../shared/contract.ts'
import type { OnProgress } from '../shared/upload.ts'
import { useClient } from './client-context.ts'

/** Records appear by themselves within this time. */
const refreshMs = 5_000

/** All employees, in the order of the server. A few thousand fit in memory, and searching them needs no waiting. */
export function useEmployees() {
  const client = useClient()
  return useQuery({ queryKey: ['employees'], queryFn: () => allEmployees(client) })
}

async function allEmployees(client: Client): Promise<ListedEmployee[]> {
  const employees: ListedEmployee[] = []
  let after: string | undefined
  do {
    const page = await client.employees(after)
    employees.push(...page.employees)
    after = page.next ?? undefined
  } while (after !== undefined)
  return employees
}

/** The records of a period, newest first, page by page, refreshed as long as they are looked at. */
export function useRecords(query: RecordsQuery | undefined) {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['records', query],
    enabled: query !== undefined,
    queryFn: ({ pageParam }) => {
      if (query === undefined) throw new Error('Asked for the records of no period')
      return client.records(query, pageParam)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: refreshMs,
    // The list stays until the one that was asked for is there.
    placeholderData: keepPreviousData,
  })
}

/** How it is decided now; with every employee who comes or goes it is another answer. */
export function useDecision() {
  const client = useClient()
  return useQuery({ queryKey: ['decision'], queryFn: () => client.decision() })
}

/** What recognises faces, and how far a change of it has come. Only who reaches all sites is told. */
export function useRecogniser() {
  const client = useClient()
  return useQuery({ queryKey: ['recogniser'], queryFn: () => client.recogniser(), retry: false })
}

/** The first of those who have to be enrolled again. */
export function useWaitingForRecogniser() {
  const client = useClient()
  return useQuery({
    queryKey: ['recogniser', 'waiting'],
    queryFn: () => client.waitingForRecogniser(),
  })
}

/** What people are told about their data; there may be nothing yet. */
export function useNotice() {
  const client = useClient()
  return useQuery({ queryKey: ['notice'], queryFn: () => client.notice(), retry: false })
}

/** Who gets the photos: somebody new, by their name, or an employee. */
export type Subject = { name: string } | { employee: Employee }

export type Enrolled = {
  employee: Employee
  photos: readonly PhotoVerdict[]
  /** How many older templates made room. */
  replaced: number
}

/** Sends photos to enrol somebody new, or to add to somebody's. */
export function useEnrolment(onProgress: OnProgress) {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<Enrolled, Error, Enrolment & { subject: Subject }>({
    mutationFn: ({ subject, ...form }) =>
      'name' in subject
        ? client.enrol({ ...form, name: subject.name }, onProgress)
        : client.addPhotos({ ...form, id: subject.employee.id }, onProgress),
    onSuccess: () => refreshPeople(queries),
  })
}

export function useRenaming() {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => client.rename(id, name),
    onSuccess: () => refreshPeople(queries),
  })
}

/** Says when somebody is employed. */
export function useEmploying() {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({
      id,
      ...days
    }: {
      id: string
      firstDay: string | null
      lastDay: string | null
    }) => client.employ(id, days),
    onSuccess: () => refreshPeople(queries),
  })
}

export function useForgetting() {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, records }: { id: string; records: 'keep' | 'erase' }) =>
      client.forget(id, records),
    onSuccess: () => refreshPeople(queries),
  })
}

/** Names stand in all lists, and the decision follows who is enrolled. */
async function refreshPeople(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['employees'] }),
    queries.invalidateQueries({ queryKey: ['records'] }),
    queries.invalidateQueries({ queryKey: ['decision'] }),
    queries.invalidateQueries({ queryKey: ['recogniser'] }),
    queries.invalidateQueries({ queryKey: ['timesheets'] }),
  ])
}
