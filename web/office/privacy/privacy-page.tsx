import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import card from '../card.module.css'
import { ChoicesForm } from './choices-form.tsx'
import { DocumentsPart } from './documents-part.tsx'
import { NoticeEditor } from './notice-editor.tsx'
import { createPrivacyClient } from './privacy-client.ts'
import { PrivacyClientContext, useCountries, useStanding } from './queries.ts'
import { RetentionPart } from './retention-part.tsx'
import { StandingNotes } from './standing-notes.tsx'

/** What was decided about people's data, what they are told, and what is kept. */
export function PrivacyPage() {
  const [client] = useState(() => createPrivacyClient({ fetch: (request) => fetch(request) }))
  return (
    <PrivacyClientContext value={client}>
      <PrivacyParts />
    </PrivacyClientContext>
  )
}

function PrivacyParts() {
  const { t } = useTranslation()
  const standing = useStanding()
  const countries = useCountries()
  const error = standing.error ?? countries.error
  return (
    <Stack gap="lg">
      <section className={card.card}>
        <h1 className={card.title} tabIndex={-1}>
          {t('privacy.title')}
        </h1>
        <p className={card.intro}>{t('privacy.intro')}</p>
        {error && <FailureNotice failure={failureOf(error)} />}
        {standing.data && <StandingNotes standing={standing.data} />}
      </section>
      {standing.data && countries.data && (
        <ChoicesForm
          // Somebody else may have decided meanwhile.
          key={standing.data.choices?.ordinal ?? 0}
          standing={standing.data}
          countries={countries.data.countries}
        />
      )}
      {standing.data?.choices && (
        <>
          <NoticeEditor version={standing.data.notice.version} />
          <RetentionPart />
          <DocumentsPart />
        </>
      )}
    </Stack>
  )
}
