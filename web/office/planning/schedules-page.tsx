import { Button, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { AddIcon } from '../../shared/icons.tsx'
import card from '../card.module.css'
import { focusAfterClosing } from '../focus.ts'
import { AssignForm } from './assign-form.tsx'
import styles from './planning.module.css'
import { useSchedules } from './queries.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { ScheduleItem } from './schedule-item.tsx'

/** When people are expected: the schedules, and who works by which of them. */
export function SchedulesPage() {
  const { t } = useTranslation()
  const { data: schedules, error, isPending, refetch } = useSchedules()
  const [open, setOpen] = useState<{ schedule: Schedule | undefined }>()
  const [told, setTold] = useState('')
  const title = useRef<HTMLHeadingElement>(null)

  if (open !== undefined) {
    return (
      <ScheduleForm
        schedule={open.schedule}
        onDone={(text) => {
          setOpen(undefined)
          setTold(text ?? '')
          focusAfterClosing(() => title.current)
        }}
      />
    )
  }
  return (
    <div className={styles.stack}>
      <section className={card.card}>
        <div className={styles.head}>
          <h1 ref={title} tabIndex={-1} className={card.title}>
            {t('schedules.title')}
          </h1>
          <Button
            leftSection={<AddIcon size={18} />}
            onClick={() => setOpen({ schedule: undefined })}
          >
            {t('schedules.add')}
          </Button>
        </div>
        <p className={card.intro}>{t('schedules.intro')}</p>
        <p className={styles.told} role="status">
          {told}
        </p>
        {error !== null && (
          <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
        )}
        {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
        {schedules?.length === 0 && <Text c="dimmed">{t('schedules.none')}</Text>}
        <ul className={styles.list}>
          {schedules?.map((schedule) => (
            <ScheduleItem
              key={schedule.id}
              schedule={schedule}
              onChange={() => setOpen({ schedule })}
            />
          ))}
        </ul>
      </section>
      <AssignForm />
    </div>
  )
}
