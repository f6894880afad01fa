import { Button, FileButton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from './import-page.module.css'
import { ImportReport } from './import-report.tsx'
import { problemText } from './problem-text.ts'
import { type Importable, useImport } from './queries.ts'

/** Takes a file, tells what would become of it, and imports it when that is confirmed. */
export function ImportFile(props: { what: Importable; onImported: (rows: number) => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File>()
  const check = useImport(props.what)
  const doing = useImport(props.what)
  const rows = check.data?.rows ?? []
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length
  const isClean = check.data !== undefined && count('refused') === 0

  function choose(chosen: File | null) {
    if (chosen === null) return
    setFile(chosen)
    doing.reset()
    check.mutate({ file: chosen, dryRun: true })
  }

  function confirm() {
    if (file === undefined || doing.isPending) return
    doing.mutate(
      { file, dryRun: false },
      {
        onSuccess({ imported, rows: done }) {
          // Since the file was looked at, somebody may have changed what it speaks of.
          if (imported) props.onImported(done.filter(({ outcome }) => outcome === 'new').length)
          else check.mutate({ file, dryRun: true })
        },
      },
    )
  }

  return (
    <>
      <div className={styles.acts}>
        <FileButton
          accept=".csv,text/csv"
          inputProps={{ 'aria-label': t('imports.file') }}
          onChange={choose}
        >
          {(button) => (
            <Button {...button} variant={file === undefined ? 'filled' : 'default'}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
        {file && <bdi>{file.name}</bdi>}
      </div>
      <div role="status">
        {check.isPending && <Text c="dimmed">{t('imports.checking')}</Text>}
        {check.data && (
          <Text my="md" fw={550}>
            {[
              t('imports.countNew', { rows: count('new') }),
              t('imports.countThere', { rows: count('already-there') }),
              t('imports.countRefused', { rows: count('refused') }),
            ].join(' · ')}
          </Text>
        )}
      </div>
      {check.error !== null && <Unreadable error={check.error} />}
      {doing.error !== null && <FailureNotice failure={failureOf(doing.error)} />}
      {check.data && !isClean && (
        <Notice tone="advice" title={t('imports.refusedRows')}>
          <Text size="sm">{t('imports.mendFirst')}</Text>
        </Notice>
      )}
      {isClean && count('new') === 0 && <Text>{t('imports.nothingNew')}</Text>}
      {isClean && count('new') > 0 && (
        <Button aria-disabled={doing.isPending} onClick={confirm}>
          {t('imports.confirm')}
        </Button>
      )}
      {check.data && <ImportReport rows={rows} />}
    </>
  )
}

/** Why a file cannot be read, in the words of its maker. */
function Unreadable({ error }: { error: Error }) {
  const { t } = useTranslation()
  const failure = failureOf(error)
  if (failure.kind !== 'problem' || failure.problem.code !== 'import-refused')
    return <FailureNotice failure={failure} />
  return <Notice tone="failure" title={problemText(failure.problem.reason ?? 'other', t)} />
}
