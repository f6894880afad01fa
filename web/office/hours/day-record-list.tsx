import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CorrectionStart } from './correction-form.tsx'
import { useCorrectionText } from './correction-text.ts'
import type { DayRecord } from './day-records.ts'
import { useHours } from './hour-texts.ts'
import styles from './timesheets-page.module.css'

/** What was recorded on a day, with what can be asked for about each record that has no correction waiting. */
export function DayRecordList(props: {
  records: readonly DayRecord[]
  zone: string
  onCorrect: (start: CorrectionStart) => void
}) {
  const { t } = useTranslation()
  const { timeIn } = useHours()
  const correctionText = useCorrectionText()
  if (props.records.length === 0) return <Text c="dimmed">{t('corrections.noRecords')}</Text>
  return (
    <ul className={styles.records} aria-label={t('corrections.records')}>
      {props.records.map((record) => {
        const text = `${timeIn(record.at, props.zone)} ${t(`records.kinds.${record.kind}`)}`
        return (
          <li key={record.id}>
            <div>
              {record.isVoid ? <del>{text}</del> : <span>{text}</span>}
              {record.open && (
                <Text size="sm" className={styles.waiting}>
                  {t('sheets.pending', { correction: correctionText(record.open, props.zone) })}
                </Text>
              )}
            </div>
            {!record.isVoid && record.open === undefined && (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('corrections.changeThis', { record: text })}
                  onClick={() => props.onCorrect({ action: 'change', record })}
                >
                  {t('corrections.change')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('corrections.voidThis', { record: text })}
                  onClick={() => props.onCorrect({ action: 'void', record })}
                >
                  {t('corrections.void')}
                </Button>
              </Group>
            )}
          </li>
        )
      })}
    </ul>
  )
}
