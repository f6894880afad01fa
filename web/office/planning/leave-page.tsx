import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { given } from '../../shared/http.ts'
import { EmployeeChoice } from '../employee-choice.tsx'
import { spanAround } from '../hours/month.ts'
import { useTimesheets } from '../hours/queries.ts'
import { SpanChoice } from '../hours/span-choice.tsx'
import { browserTimeZone, dayAt } from '../period.ts'
import { useTold } from '../told.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { LeaveTable } from './leave-table.tsx'
import { leavesOf, type LeaveOf } from './leaves.ts'
import styles from './planning.module.css'
import { InsteadOfList, PlanningCard } from './planning-card.tsx'
import { RemoveLeaveDialog } from './remove-leave-dialog.tsx'

type Open = { dialog: 'add' } | { dialog: 'remove'; leave: LeaveOf }

/** Who is on leave in a month. */
export function LeavePage() {
  const { t } = useTranslation()
  const [day, setDay] = useState(() => dayAt(Date.now(), browserTimeZone()))
  const [employee, setEmployee] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const told = useTold()
  // Timesheets know the leave of everybody; what else they hold is not shown here.
  const query = given({ ...spanAround(day, 'month'), employee })
  const { data, error, refetch, ...more } = useTimesheets(query)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = more
  const leaves = leavesOf(data?.pages.flatMap((page) => page.timesheets) ?? [])
  const isComplete = data !== undefined && !hasNextPage

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const close = (text?: string) => {
    setOpen(undefined)
    told.tell(text)
  }

  return (
    <PlanningCard
      title={t('leave.title')}
      intro={t('leave.intro')}
      add={{ label: t('leave.add'), onAdd: () => setOpen({ dialog: 'add' }) }}
      told={told}
    >
      <div className={styles.filter}>
        <SpanChoice day={day} span="month" onDay={setDay} />
        <div className={styles.who}>
          <EmployeeChoice employee={employee} onEmployee={setEmployee} />
        </div>
      </div>
      <InsteadOfList
        error={error}
        isPending={!isComplete}
        isEmpty={leaves.length === 0}
        none={t('leave.none')}
        onRetry={() => void refetch()}
      />
      {leaves.length > 0 && (
        <LeaveTable leaves={leaves} onRemove={(leave) => setOpen({ dialog: 'remove', leave })} />
      )}
      {open?.dialog === 'add' && <LeaveDialog employee={employee} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveLeaveDialog leave={open.leave} onClose={close} />}
    </PlanningCard>
  )
}
