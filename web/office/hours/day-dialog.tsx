import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Timesheet, TimesheetDay } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import { Dialog } from '../dialog.tsx'
import { useRecords } from '../queries.ts'
import { CorrectionForm, type CorrectionStart } from './correction-form.tsx'
import { useCorrectionText } from './correction-text.ts'
import { DayRecordList } from './day-record-list.tsx'
import { instantsOfDay, openAdditions, recordsAfter } from './day-records.ts'
import { useHours } from './hour-texts.ts'
import { useCorrections } from './queries.ts'
import { remarksOf } from './remarks.ts'
import styles from './timesheets-page.module.css'

export type OpenDay = { readonly employee: Timesheet['employee']; readonly sheet: TimesheetDay }

/** The records of an employee's day, what corrections made of them, and the way to ask for one. */
export function DayDialog(props: OpenDay & { onClose: () => void }) {
  const { employee, sheet } = props
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { fullDay } = useHours()
  const correctionText = useCorrectionText()
  const [start, setStart] = useState<CorrectionStart>()
  const [told, setTold] = useState('')
  const instants = instantsOfDay(sheet)
  const records = useRecords({ ...instants, employee: employee.id })
  const corrections = useCorrections({ employee: employee.id })
  const written = corrections.data?.pages.flatMap((page) => page.corrections) ?? []
  const raw = records.data?.pages.flatMap((page) => page.records) ?? []
  const error = records.error ?? corrections.error
  const remarks = remarksOf(sheet, language, t)
  const asked = openAdditions(written, instants)
  const isMissing = (kind: 'in' | 'out') =>
    sheet.marks.some(({ code }) => code === `missing-${kind}`) &&
    !asked.some(({ becomes }) => becomes?.kind === kind)
  const add = (kind: 'in' | 'out') => setStart({ action: 'add', kind, date: sheet.date })

  return (
    <Dialog
      title={t('corrections.dayTitle', { name: employee.name, day: fullDay(sheet.date) })}
      size="lg"
      onClose={props.onClose}
    >
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {start !== undefined ? (
        <CorrectionForm
          employee={employee.id}
          zone={sheet.zone}
          start={start}
          onDone={(text) => {
            setStart(undefined)
            if (text !== undefined) setTold(text)
          }}
        />
      ) : (
        <Stack>
          {remarks.length > 0 && <Text>{remarks.join(' · ')}</Text>}
          {told !== '' && (
            <Text className={styles.good} aria-hidden="true">
              {told}
            </Text>
          )}
          {error !== null && <FailureNotice failure={failureOf(error)} />}
          <DayRecordList
            records={recordsAfter(raw, written, instants)}
            zone={sheet.zone}
            onCorrect={setStart}
          />
          {asked.map((correction) => (
            <Text key={correction.id} className={styles.waiting}>
              {t('sheets.pending', { correction: correctionText(correction, sheet.zone) })}
            </Text>
          ))}
          <Group>
            {isMissing('in') && <Button onClick={() => add('in')}>{t('corrections.addIn')}</Button>}
            {isMissing('out') && (
              <Button onClick={() => add('out')}>{t('corrections.addOut')}</Button>
            )}
            <Button variant="default" onClick={() => add('out')}>
              {t('corrections.add')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t('corrections.dayIntro', { zone: sheet.zone })} {t('corrections.intro')}
          </Text>
        </Stack>
      )}
    </Dialog>
  )
}
