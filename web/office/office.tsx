import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import './styles.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../shared/client.ts'
import { FailureError } from '../shared/failure.ts'
import type { Route } from '../shared/route.ts'
import { addOfficeWords } from '../shared/words/office.ts'
import { ClientContext, HoursClientContext } from './client-context.ts'
import { DecisionPage } from './decision-page.tsx'
import { EnrolPage } from './enrol-page.tsx'
import { CorrectionsPage } from './hours/corrections-page.tsx'
import { TimesheetsPage } from './hours/timesheets-page.tsx'
import { createHoursClient } from './hours-client.ts'
import { ImportPage } from './import/import-page.tsx'
import { OperatorContext } from './operator.ts'
import { LeavePage } from './planning/leave-page.tsx'
import { SchedulesPage } from './planning/schedules-page.tsx'
import { SitesPage } from './planning/sites-page.tsx'
import { RecordsPage } from './records-page.tsx'

/** A refusal stays a refusal; silence may be a cable that is being plugged in. */
function isWorthAsking(failures: number, error: Error): boolean {
  return error instanceof FailureError && error.failure.kind !== 'problem' && failures < 2
}

type OfficeRoute = Exclude<Route, 'clock'>

const pages = {
  enrol: EnrolPage,
  import: ImportPage,
  records: RecordsPage,
  timesheets: TimesheetsPage,
  corrections: CorrectionsPage,
  schedules: SchedulesPage,
  leave: LeavePage,
  sites: SitesPage,
  decision: DecisionPage,
} as const satisfies Record<OfficeRoute, unknown>

/** The pages for whoever manages: what the server answered is kept in memory and asked for again when it ages. */
export function Office({ client, page }: { client: Client; page: OfficeRoute }) {
  const { i18n } = useTranslation()
  const operator = useState('')
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The server is often nearer than the internet: that the browser is offline says nothing.
          queries: { retry: isWorthAsking, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  )
  const [hoursClient] = useState(() => {
    addOfficeWords(i18n)
    return createHoursClient({ fetch: (request) => fetch(request) })
  })
  const Page = pages[page]
  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>
        <HoursClientContext value={hoursClient}>
          <OperatorContext value={operator}>
            <Page />
          </OperatorContext>
        </HoursClientContext>
      </ClientContext>
    </QueryClientProvider>
  )
}
