import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import card from '../card.module.css'
import type { NoticeTexts } from './privacy-client.ts'
import { useDraft, useNotices, usePublishing } from './queries.ts'

const languages = [
  { language: 'fr', name: 'Français', direction: 'ltr' },
  { language: 'en', name: 'English', direction: 'ltr' },
  { language: 'ar', name: 'العربية', direction: 'rtl' },
] as const

/** The notice in three languages: begun from the country's draft or the last version, and published as the next. */
export function NoticeEditor({ version }: { version: number | null }) {
  const { t } = useTranslation()
  const [texts, setTexts] = useState<NoticeTexts>()
  const [wantsDraft, setWantsDraft] = useState(false)
  const draft = useDraft(wantsDraft)
  const notices = useNotices()
  const publishing = usePublishing()
  const last = notices.data?.notices.at(-1)
  const shown = texts ?? (wantsDraft ? draft.data : undefined)

  function edit() {
    if (!last) return setWantsDraft(true)
    const { fr, en, ar } = last.texts
    setTexts({ fr: fr.text, en: en.text, ar: ar.text })
  }

  function publish() {
    if (!shown) return
    publishing.mutate(shown, {
      onSuccess() {
        setTexts(undefined)
        setWantsDraft(false)
      },
    })
  }

  return (
    <section className={card.card}>
      <h2 className={card.title}>{t('privacy.notice')}</h2>
      <p className={card.intro}>{t('privacy.noticeIntro')}</p>
      <Stack gap="md" mt="md">
        {shown === undefined ? (
          <Group>
            <Button variant="default" onClick={() => setWantsDraft(true)}>
              {t('privacy.fromDraft')}
            </Button>
            {last && (
              <Button variant="default" onClick={edit}>
                {t('privacy.fromLast', { version: last.version })}
              </Button>
            )}
          </Group>
        ) : (
          <>
            {languages.map(({ language, name, direction }) => (
              <Textarea
                key={language}
                label={name}
                lang={language}
                dir={direction}
                value={shown[language]}
                onChange={({ currentTarget }) =>
                  setTexts({ ...shown, [language]: currentTarget.value })
                }
                minRows={8}
                maxRows={20}
                autosize
              />
            ))}
            <Group>
              <Button onClick={publish} loading={publishing.isPending}>
                {t('privacy.publish', { version: (version ?? 0) + 1 })}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setTexts(undefined)
                  setWantsDraft(false)
                }}
              >
                {t('act.cancel')}
              </Button>
            </Group>
          </>
        )}
        {publishing.error && <FailureNotice failure={failureOf(publishing.error)} />}
        {publishing.isSuccess && (
          <Text role="status" size="sm">
            {t('privacy.published', { version: publishing.data.version })}
          </Text>
        )}
        <ul>
          {notices.data?.notices.toReversed().map((notice) => (
            <li key={notice.version}>
              <Text size="sm" span>
                {t('privacy.versionLine', {
                  version: notice.version,
                  day: notice.at.slice(0, 10),
                  name: notice.by,
                })}
              </Text>
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  )
}
