import { Button, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { given } from '../../shared/http.ts'
import { AddIcon } from '../../shared/icons.tsx'
import card from '../card.module.css'
import { EmployeeChoice } from '../employee-choice.tsx'
import { focusAfterClosing } from '../focus.ts'
import { spanAround } from '../hours/month.ts'
import { useTimesheets } from '../hours/queries.ts'
import { SpanChoice } from '../hours/span-choice.tsx'
import { browserTimeZone, dayAt } from '../period.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { LeaveTable } from './leave-table.tsx'
import { leavesOf, type LeaveOf } from './leaves.ts'
import styles from './planning.module.css'
import { RemoveLeaveDialog } from './remove-leave-dialog.tsx'

type Open = { dialog: 'add' } | { dialog: 'remove'; leave: LeaveOf }

/** Who is on leave in a month. */
export function LeavePage() {
  const { t } = useTranslation()
  const [day, setDay] = useState(() => dayAt(Date.now(), browserTimeZone()))
  const [employee, setEmployee] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const [told, setTold] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
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
    if (text === undefined) return
    setTold(text)
    focusAfterClosing(() => title.current)
  }

  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h1 ref={title} tabIndex={-1} className={card.title}>
          {t('leave.title')}
        </h1>
        <Button leftSection={<AddIcon size={18} />} onClick={() => setOpen({ dialog: 'add' })}>
          {t('leave.add')}
        </Button>
      </div>
      <p className={card.intro}>{t('leave.intro')}</p>
      <p className={styles.told} role="status">
        {told}
      </p>
      <div className={styles.filter}>
        <SpanChoice day={day} span="month" onDay={setDay} />
        <div className={styles.who}>
          <EmployeeChoice employee={employee} onEmployee={setEmployee} />
        </div>
      </div>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {!isComplete && error === null && <Text c="dimmed">{t('frame.loading')}</Text>}
      {isComplete && leaves.length === 0 && <Text c="dimmed">{t('leave.none')}</Text>}
      {leaves.length > 0 && (
        <LeaveTable leaves={leaves} onRemove={(leave) => setOpen({ dialog: 'remove', leave })} />
      )}
      {open?.dialog === 'add' && <LeaveDialog employee={employee} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveLeaveDialog leave={open.leave} onClose={close} />}
    </section>
  )
}
