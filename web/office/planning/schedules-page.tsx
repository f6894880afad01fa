import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../shared/contract.ts'
import { useTold } from '../told.ts'
import { AssignForm } from './assign-form.tsx'
import { InsteadOfList, PlanningCard } from './planning-card.tsx'
import styles from './planning.module.css'
import { useSchedules } from './queries.ts'
import { RetireDialog } from './retire-dialog.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { ScheduleItem } from './schedule-item.tsx'

/** When people are expected: the schedules, and who works by which of them. */
export function SchedulesPage() {
  const { t } = useTranslation()
  const { data: schedules, error, isPending, refetch } = useSchedules()
  const [open, setOpen] = useState<{ schedule: Schedule | undefined }>()
  const [retired, setRetired] = useState<Schedule>()
  const told = useTold()

  if (open !== undefined) {
    return (
      <ScheduleForm
        schedule={open.schedule}
        onDone={(text) => {
          setOpen(undefined)
          told.tell(text ?? '')
        }}
      />
    )
  }
  return (
    <div className={styles.stack}>
      <PlanningCard
        title={t('schedules.title')}
        intro={t('schedules.intro')}
        add={{ label: t('schedules.add'), onAdd: () => setOpen({ schedule: undefined }) }}
        told={told}
      >
        <InsteadOfList
          error={error}
          isPending={isPending}
          isEmpty={schedules?.length === 0}
          none={t('schedules.none')}
          onRetry={() => void refetch()}
        />
        <ul className={styles.list}>
          {schedules?.map((schedule) => (
            <ScheduleItem
              key={schedule.id}
              schedule={schedule}
              onChange={() => setOpen({ schedule })}
              onRetire={() => setRetired(schedule)}
            />
          ))}
        </ul>
      </PlanningCard>
      {retired && (
        <RetireDialog
          what={{ kind: 'schedules', ...retired }}
          onClose={(text) => {
            setRetired(undefined)
            told.tell(text)
          }}
        />
      )}
      <AssignForm />
    </div>
  )
}
