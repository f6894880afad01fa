import { ActionIcon, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { BackIcon, ForthIcon } from '../../shared/icons.tsx'
import { useLanguage } from '../../shared/language.ts'
import { Dialog } from '../dialog.tsx'
import { useHours } from '../hours/hour-texts.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import { HolidayForm } from './holiday-form.tsx'
import { HolidayFile } from './holiday-file.tsx'
import styles from './planning.module.css'
import { useHolidayChange, useHolidayReturn, useHolidays } from './queries.ts'

/** The days of a year on which nobody is expected at a site: to be confirmed, taken out, added or read from a file. */
export function HolidaysDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { fullDay } = useHours()
  const [year, setYear] = useState(() => Number(dayAt(Date.now(), browserTimeZone()).slice(0, 4)))
  const [workday, setWorkday] = useState<string>()
  const { data: holidays, error } = useHolidays(site.id, year)
  const change = useHolidayChange()
  const goBack = useHolidayReturn()
  const failure = error ?? change.error ?? goBack.error

  return (
    <Dialog title={t('sites.holidaysOf', { name: site.name })} size="lg" onClose={onClose}>
      <Stack>
        <YearChoice year={year} onYear={setYear} />
        {failure !== null && <FailureNotice failure={failureOf(failure)} />}
        <div role="status" className={styles.told}>
          {workday !== undefined && (
            <Text>
              {t('sites.isWorkday', { day: fullDay(workday) })}{' '}
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  goBack.mutate(
                    { site: site.id, date: workday },
                    { onSuccess: () => setWorkday(undefined) },
                  )
                }
              >
                {t('sites.undo')}
              </Button>
            </Text>
          )}
        </div>
        {holidays?.length === 0 && <Text c="dimmed">{t('sites.noHolidays', { year })}</Text>}
        <ul className={styles.list}>
          {holidays?.map(({ date, name, provisional }) => {
            const told = { holiday: name[language], day: fullDay(date) }
            const draft = { site: site.id, date, name: name[language] }
            return (
              <li key={date} className={styles.item}>
                <div>
                  <span>{fullDay(date)}</span>
                  <Text size="sm" c="dimmed">
                    <bdi>{name[language]}</bdi>
                    {provisional && ` · ${t('sites.provisional')}`}
                  </Text>
                </div>
                <div className={styles.acts}>
                  {provisional && (
                    <Button
                      size="compact-sm"
                      aria-label={t('sites.confirmThis', told)}
                      onClick={() => change.mutate({ ...draft, isHoliday: true })}
                    >
                      {t('sites.confirm')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('sites.workdayThis', told)}
                    onClick={() =>
                      change.mutate(
                        { ...draft, isHoliday: false },
                        { onSuccess: () => setWorkday(date) },
                      )
                    }
                  >
                    {t('sites.workday')}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
        {holidays?.some(({ provisional }) => provisional) && (
          <Text size="sm" c="dimmed">
            {t('sites.provisionalHint')}
          </Text>
        )}
        <HolidayForm site={site.id} year={year} />
        <HolidayFile site={site.id} />
      </Stack>
    </Dialog>
  )
}

function YearChoice({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.year}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('sites.previousYear')}
        onClick={() => onYear(year - 1)}
      >
        <BackIcon />
      </ActionIcon>
      <span role="status">{year}</span>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('sites.nextYear')}
        onClick={() => onYear(year + 1)}
      >
        <ForthIcon />
      </ActionIcon>
    </div>
  )
}
