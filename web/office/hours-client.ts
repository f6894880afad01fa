import type { paths } from '../shared/api.ts'
import { answered, createHttp, type Fetch, given, keyed, signal } from '../shared/http.ts'

/** A timesheet holds a month of days. */
const timesheetPageLength = 50
const correctionPageLength = 50

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Sent } } }
}
  ? Sent
  : never

export type CorrectionDraft = Body<'/corrections'>
export type DecisionDraft = Body<'/corrections/{id}/decision'>
export type SiteDraft = Body<'/sites'>
export type SiteChange = NonNullable<
  paths['/sites/{id}']['patch']['requestBody']
>['content']['application/json']
export type ScheduleDraft = Body<'/schedules'>
export type VersionDraft = Body<'/schedules/{id}/versions'>
export type AssignmentDraft = Body<'/employees/{id}/assignments'>
export type LeaveDraft = Body<'/employees/{id}/leaves'>

/** Days (ISO dates), both included, on the calendars of the sites. */
export type TimesheetsQuery = { from: string; to: string; employee?: string; site?: string }

export type HoursClient = ReturnType<typeof createHoursClient>

/** The addresses for planning, hours and corrections. Each gives the answer's data or throws a FailureError. */
export function createHoursClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })

  return {
    timesheets: (query: TimesheetsQuery, after?: string) =>
      answered(
        http.GET('/timesheets', {
          params: { query: given({ ...query, limit: timesheetPageLength, after }) },
          signal: signal(),
        }),
      ),

    daysToCorrect: (query: TimesheetsQuery, after?: string) =>
      answered(
        http.GET('/timesheets/to-correct', {
          params: { query: given({ ...query, limit: timesheetPageLength, after }) },
          signal: signal(),
        }),
      ),

    corrections: (query: { employee?: string; state?: 'open' | 'decided' }, after?: string) =>
      answered(
        http.GET('/corrections', {
          params: { query: given({ ...query, limit: correctionPageLength, after }) },
          signal: signal(),
        }),
      ),

    correct: (body: CorrectionDraft, key: string) =>
      answered(http.POST('/corrections', { params: keyed(key), body, signal: signal() })),

    decide: (id: string, body: DecisionDraft, key: string) =>
      answered(
        http.POST('/corrections/{id}/decision', {
          params: { path: { id }, ...keyed(key) },
          body,
          signal: signal(),
        }),
      ),

    calendars: () => answered(http.GET('/calendars', { signal: signal() })),

    sites: () => answered(http.GET('/sites', { signal: signal() })),

    addSite: (body: SiteDraft, key: string) =>
      answered(http.POST('/sites', { params: keyed(key), body, signal: signal() })),

    /** Gone where it was never used; the server says why where it was. */
    remove: (kind: 'sites' | 'schedules', id: string) =>
      answered(http.DELETE(`/${kind}/{id}`, { params: { path: { id } }, signal: signal() })),

    archive: (kind: 'sites' | 'schedules', id: string, archived: boolean) =>
      answered(
        http.PATCH(`/${kind}/{id}`, {
          params: { path: { id } },
          body: { archived },
          signal: signal(),
        }),
      ),

    withdrawAssignment: (id: string, from: string) =>
      answered(
        http.DELETE('/employees/{id}/assignments/{from}', {
          params: { path: { id, from } },
          signal: signal(),
        }),
      ),

    withdrawVersion: (id: string, from: string) =>
      answered(
        http.DELETE('/schedules/{id}/versions/{from}', {
          params: { path: { id, from } },
          signal: signal(),
        }),
      ),

    changeSite: (id: string, body: SiteChange) =>
      answered(http.PATCH('/sites/{id}', { params: { path: { id } }, body, signal: signal() })),

    holidays: (id: string, year: number) =>
      answered(
        http.GET('/sites/{id}/holidays', {
          params: { path: { id }, query: { year } },
          signal: signal(),
        }),
      ),

    putHoliday: (id: string, date: string, body: { name: string; isHoliday: boolean }) =>
      answered(
        http.PUT('/sites/{id}/holidays/{date}', {
          params: { path: { id, date } },
          body,
          signal: signal(),
        }),
      ),

    takeBackHoliday: (id: string, date: string) =>
      answered(
        http.DELETE('/sites/{id}/holidays/{date}', {
          params: { path: { id, date } },
          signal: signal(),
        }),
      ),

    importHolidays: (id: string, file: Blob, key: string) =>
      answered(
        http.POST('/sites/{id}/holidays', {
          params: { path: { id }, ...keyed(key) },
          headers: { 'content-type': 'text/calendar' },
          body: file as never,
          bodySerializer: () => file,
          signal: signal(),
        }),
      ),

    schedules: () => answered(http.GET('/schedules', { signal: signal() })),

    addSchedule: (body: ScheduleDraft, key: string) =>
      answered(http.POST('/schedules', { params: keyed(key), body, signal: signal() })),

    changeSchedule: (id: string, body: VersionDraft, key: string) =>
      answered(
        http.POST('/schedules/{id}/versions', {
          params: { path: { id }, ...keyed(key) },
          body,
          signal: signal(),
        }),
      ),

    overtimePresets: () => answered(http.GET('/overtime-presets', { signal: signal() })),

    assignments: (id: string) =>
      answered(
        http.GET('/employees/{id}/assignments', { params: { path: { id } }, signal: signal() }),
      ),

    assign: (id: string, body: AssignmentDraft, key: string) =>
      answered(
        http.POST('/employees/{id}/assignments', {
          params: { path: { id }, ...keyed(key) },
          body,
          signal: signal(),
        }),
      ),

    leaves: (id: string, query: { from: string; to: string }) =>
      answered(
        http.GET('/employees/{id}/leaves', {
          params: { path: { id }, query },
          signal: signal(),
        }),
      ),

    addLeave: (id: string, body: LeaveDraft, key: string) =>
      answered(
        http.POST('/employees/{id}/leaves', {
          params: { path: { id }, ...keyed(key) },
          body,
          signal: signal(),
        }),
      ),

    removeLeave: (id: string) =>
      answered(http.DELETE('/leaves/{id}', { params: { path: { id } }, signal: signal() })),

    import: (what: 'employees' | 'leaves', file: Blob, dryRun: boolean, key: string) =>
      answered(
        http.POST(`/imports/${what}`, {
          params: { query: { dryRun }, ...keyed(key) },
          headers: { 'content-type': 'text/csv' },
          body: file as never,
          bodySerializer: () => file,
          signal: signal(),
        }),
      ),
  }
}
