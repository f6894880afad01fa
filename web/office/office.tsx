import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client } from '../shared/client.ts'
import { FailureError } from '../shared/failure.ts'
import type { Route } from '../shared/route.ts'
import { ClientContext } from './client-context.ts'
import { DecisionPage } from './decision-page.tsx'
import { EnrolPage } from './enrol-page.tsx'
import { RecordsPage } from './records-page.tsx'
import { TimesheetsPage } from './timesheets-page.tsx'

/** A refusal stays a refusal; silence may be a cable that is being plugged in. */
function isWorthAsking(failures: number, error: Error): boolean {
  return error instanceof FailureError && error.failure.kind !== 'problem' && failures < 2
}

type OfficeRoute = Exclude<Route, 'clock'>

const pages = {
  enrol: EnrolPage,
  records: RecordsPage,
  timesheets: TimesheetsPage,
  decision: DecisionPage,
} as const satisfies Record<OfficeRoute, unknown>

/** The pages for whoever manages: what the server answered is kept in memory and asked for again when it ages. */
export function Office({ client, page }: { client: Client; page: OfficeRoute }) {
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
  const Page = pages[page]
  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>
        <Page />
      </ClientContext>
    </QueryClientProvider>
  )
}
