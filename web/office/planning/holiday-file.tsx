import { FileButton, Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import styles from './planning.module.css'
import { useHolidayImport } from './queries.ts'

/** Reads the holidays of a calendar file for a site. */
export function HolidayFile({ site }: { site: string }) {
  const { t } = useTranslation()
  const reading = useHolidayImport(site)
  return (
    <div>
      <div className={styles.acts}>
        <FileButton
          accept=".ics,text/calendar"
          inputProps={{ 'aria-label': t('sites.file') }}
          onChange={(file) => {
            if (file !== null) reading.mutate(file)
          }}
        >
          {(button) => (
            <Button {...button} variant="default" aria-disabled={reading.isPending}>
              {t('sites.file')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" className={styles.beside}>
          {t('sites.fileHint')}
        </Text>
      </div>
      <p role="status" className={styles.told}>
        {reading.data && t('sites.imported', { days: reading.data.imported })}
      </p>
      {reading.error !== null && <FailureNotice failure={failureOf(reading.error)} />}
    </div>
  )
}
