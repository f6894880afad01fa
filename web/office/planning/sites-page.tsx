import { Button, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { AddIcon } from '../../shared/icons.tsx'
import { useNow } from '../../shared/times.ts'
import card from '../card.module.css'
import { focusAfterClosing } from '../focus.ts'
import { useHours } from '../hours/hour-texts.ts'
import { HolidaysDialog } from './holidays-dialog.tsx'
import styles from './planning.module.css'
import { useCalendars, useSites } from './queries.ts'
import { SiteDialog } from './site-dialog.tsx'
import { useLanguage } from '../../shared/language.ts'

type Open = { dialog: 'add' } | { dialog: 'edit' | 'holidays'; site: Site }

/** The places where people work, with their clocks and their public holidays. */
export function SitesPage() {
  const { t } = useTranslation()
  const { data: sites, error, isPending, refetch } = useSites()
  const [open, setOpen] = useState<Open>()
  const [told, setTold] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const close = (text?: string) => {
    setOpen(undefined)
    if (text === undefined) return
    setTold(text)
    focusAfterClosing(() => title.current)
  }

  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h1 ref={title} tabIndex={-1} className={card.title}>
          {t('sites.title')}
        </h1>
        <Button leftSection={<AddIcon size={18} />} onClick={() => setOpen({ dialog: 'add' })}>
          {t('sites.add')}
        </Button>
      </div>
      <p className={card.intro}>{t('sites.intro')}</p>
      <p className={styles.told} role="status">
        {told}
      </p>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
      {sites?.length === 0 && <Text c="dimmed">{t('sites.none')}</Text>}
      <ul className={styles.list}>
        {sites?.map((site) => (
          <SiteItem key={site.id} site={site} onOpen={setOpen} />
        ))}
      </ul>
      {(open?.dialog === 'add' || open?.dialog === 'edit') && (
        <SiteDialog site={open.dialog === 'edit' ? open.site : undefined} onClose={close} />
      )}
      {open?.dialog === 'holidays' && (
        <HolidaysDialog site={open.site} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

function SiteItem({ site, onOpen }: { site: Site; onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { timeIn } = useHours()
  const { data: calendars = [] } = useCalendars()
  const now = useNow(30_000)
  const calendar = calendars.find(({ id }) => id === site.calendar)
  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{site.name}</bdi>
        <Text size="sm" c="dimmed">
          <bdi>{site.zone}</bdi>
          {` · ${t('sites.now', { time: timeIn(now.toISOString(), site.zone) })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('sites.calendar')}
          {' · '}
          {calendar?.name[language] ?? t('sites.noCalendar')}
        </Text>
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          aria-label={t('sites.holidaysOf', { name: site.name })}
          onClick={() => onOpen({ dialog: 'holidays', site })}
        >
          {t('sites.holidays')}
        </Button>
        <Button
          variant="default"
          aria-label={t('sites.edit', { name: site.name })}
          onClick={() => onOpen({ dialog: 'edit', site })}
        >
          {t('schedules.change')}
        </Button>
      </div>
    </li>
  )
}
