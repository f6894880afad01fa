import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useWithdrawing } from './retiring.ts'

/** Withdraws what has not begun: an assignment of an employee, or a change of a schedule. */
export function WithdrawButton(props: {
  kind: 'assignments' | 'schedules'
  id: string
  from: string
  /** What is withdrawn, for whoever hears the page. */
  label: string
}) {
  const { kind, id, from, label } = props
  const { t } = useTranslation()
  const withdrawing = useWithdrawing(kind)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={label}
        aria-disabled={withdrawing.isPending}
        onClick={() => {
          if (!withdrawing.isPending) withdrawing.mutate({ id, from })
        }}
      >
        {t('retire.withdraw')}
      </Button>
      {withdrawing.error !== null && <FailureNotice failure={failureOf(withdrawing.error)} />}
    </>
  )
}
