import { QueryClientProvider } from '@tanstack/react-query'
import './styles.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../shared/client.ts'
import { Frame } from '../shared/frame.tsx'
import type { Route } from '../shared/route.ts'
import { addOfficeWords } from '../shared/words/office.ts'
import { createAccessClient } from './access/access-client.ts'
import { AccountMenu } from './access/account-menu.tsx'
import { ApiKeysPage } from './access/api-keys-page.tsx'
import { OperatorsPage } from './access/operators-page.tsx'
import { SessionGate } from './access/session-gate.tsx'
import { createQueries } from './access/session.ts'
import {
  AccessClientContext,
  ClientContext,
  DoorClientContext,
  HoursClientContext,
} from './client-context.ts'
import { DecisionPage } from './decision-page.tsx'
import { createDoorClient } from './door-client.ts'
import { EnrolPage } from './enrol-page.tsx'
import { CorrectionsPage } from './hours/corrections-page.tsx'
import { TimesheetsPage } from './hours/timesheets-page.tsx'
import { createHoursClient } from './hours-client.ts'
import { ImportPage } from './import/import-page.tsx'
import { KiosksPage } from './kiosks/kiosks-page.tsx'
import { LeavePage } from './planning/leave-page.tsx'
import { SchedulesPage } from './planning/schedules-page.tsx'
import { SitesPage } from './planning/sites-page.tsx'
import { PrivacyPage } from './privacy/privacy-page.tsx'
import { RecordsPage } from './records-page.tsx'

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
  kiosks: KiosksPage,
  operators: OperatorsPage,
  keys: ApiKeysPage,
  privacy: PrivacyPage,
} as const satisfies Record<Route, unknown>

/** The pages for whoever manages: what the server answered is kept in memory and asked for again when it ages. */
export function Office({ client, page }: { client: Client; page: Route }) {
  const { i18n } = useTranslation()
  const [queries] = useState(createQueries)
  const [{ access, door, hours }] = useState(() => {
    addOfficeWords(i18n)
    const send = { fetch: (request: Request) => fetch(request) }
    return {
      access: createAccessClient(send),
      door: createDoorClient(send),
      hours: createHoursClient(send),
    }
  })
  const Page = pages[page]
  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>
        <AccessClientContext value={access}>
          <HoursClientContext value={hours}>
            <DoorClientContext value={door}>
              <SessionGate
                hash={window.location.hash}
                frame={(inside, content) => (
                  <Frame route={page} {...(inside && { account: <AccountMenu /> })}>
                    {content}
                  </Frame>
                )}
              >
                <Page />
              </SessionGate>
            </DoorClientContext>
          </HoursClientContext>
        </AccessClientContext>
      </ClientContext>
    </QueryClientProvider>
  )
}
