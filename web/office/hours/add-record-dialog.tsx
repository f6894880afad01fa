import { useTranslation } from 'react-i18next'
import type { Timesheet } from '../../shared/contract.ts'
import { Dialog } from '../dialog.tsx'
import { useSites } from '../planning/queries.ts'
import { CorrectionForm } from './correction-form.tsx'

/** Asks for a record on a day of which nothing is known; `onClose` is given what to tell when it was sent. */
export function AddRecordDialog(props: {
  timesheet: Timesheet
  /** The day that the form begins with. */
  date: string
  onClose: (told?: string) => void
}) {
  const { timesheet, date, onClose } = props
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  const zone = timesheet.days.at(-1)?.zone ?? sites[0]?.zone ?? 'UTC'
  return (
    <Dialog
      title={t('corrections.addFor', { name: timesheet.employee.name })}
      size="lg"
      onClose={() => onClose()}
    >
      <CorrectionForm
        employee={timesheet.employee.id}
        zone={zone}
        start={{ action: 'add', kind: 'in', date }}
        onDone={onClose}
      />
    </Dialog>
  )
}
