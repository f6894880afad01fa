import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/contract.ts'
import { useNow } from '../../shared/times.ts'
import { useHours } from '../hours/hour-texts.ts'
import { HolidaysDialog } from './holidays-dialog.tsx'
import { InsteadOfList, PlanningCard } from './planning-card.tsx'
import styles from './planning.module.css'
import { useCalendars, useSites } from './queries.ts'
import { RetireButton } from './retire-button.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { SiteDialog } from './site-dialog.tsx'
import { useLanguage } from '../../shared/language.ts'
import { dayAt } from '../period.ts'
import { useTold } from '../told.ts'

type Open = { dialog: 'add' } | { dialog: 'edit' | 'holidays' | 'retire'; site: Site }

/** The places where people work, with their clocks and their public holidays. */
export function SitesPage() {
  const { t } = useTranslation()
  const { data: sites, error, isPending, refetch } = useSites()
  const [open, setOpen] = useState<Open>()
  const told = useTold()
  const close = (text?: string) => {
    setOpen(undefined)
    told.tell(text)
  }

  return (
    <PlanningCard
      title={t('sites.title')}
      intro={t('sites.intro')}
      add={{ label: t('sites.add'), onAdd: () => setOpen({ dialog: 'add' }) }}
      told={told}
    >
      <InsteadOfList
        error={error}
        isPending={isPending}
        isEmpty={sites?.length === 0}
        none={t('sites.none')}
        onRetry={() => void refetch()}
      />
      <ul className={styles.list}>
        {sites?.map((site) => (
          <SiteItem key={site.id} site={site} onOpen={setOpen} />
        ))}
      </ul>
      {(open?.dialog === 'add' || open?.dialog === 'edit') && (
        <SiteDialog site={open.dialog === 'edit' ? open.site : undefined} onClose={close} />
      )}
      {open?.dialog === 'retire' && (
        <RetireDialog what={{ kind: 'sites', ...open.site }} onClose={close} />
      )}
      {open?.dialog === 'holidays' && (
        <HolidaysDialog site={open.site} onClose={() => setOpen(undefined)} />
      )}
    </PlanningCard>
  )
}

function SiteItem({ site, onOpen }: { site: Site; onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { date, timeIn } = useHours()
  const { data: calendars = [] } = useCalendars()
  const now = useNow(30_000)
  const today = dayAt(now.getTime(), site.zone)
  const nameOf = (calendar: Site['calendar']) =>
    calendars.find(({ id }) => id === calendar)?.name[language] ?? t('sites.noCalendar')
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
          {nameOf(site.calendar)}
        </Text>
        {site.calendars.map(({ from, calendar }) =>
          from === null || from <= today ? null : (
            <Text key={from} size="sm" c="dimmed">
              {t('sites.calendarLater', { day: date(from), calendar: nameOf(calendar) })}
            </Text>
          ),
        )}
        {site.archived && <Text size="sm">{t('retire.isArchived')}</Text>}
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
        <RetireButton
          what={{ kind: 'sites', ...site }}
          isArchived={site.archived}
          onRetire={() => onOpen({ dialog: 'retire', site })}
        />
      </div>
    </li>
  )
}
