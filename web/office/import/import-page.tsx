import { Button, FileButton, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../shared/failure.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { Notice } from '../../shared/notice.tsx'
import { addresses } from '../../shared/route.ts'
import card from '../card.module.css'
import styles from './import-page.module.css'
import { ImportReport } from './import-report.tsx'
import { problemText } from './problem-text.ts'
import { useImport } from './queries.ts'

/** Employees from a table: what would become of each row first, and written only when confirmed. */
export function ImportPage() {
  const { t } = useTranslation()
  const [file, setFile] = useState<File>()
  const check = useImport()
  const doing = useImport()
  const title = useRef<HTMLHeadingElement>(null)
  const rows = check.data?.rows ?? []
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length
  const mayImport = check.data && count('refused') === 0 && count('new') > 0

  function choose(chosen: File | null) {
    if (chosen === null) return
    setFile(chosen)
    doing.reset()
    check.mutate({ file: chosen, dryRun: true })
  }

  if (doing.data?.imported) {
    return (
      <section className={card.card}>
        <h1 ref={(heading) => heading?.focus()} tabIndex={-1} className={card.title}>
          {t('imports.done', { rows: count('new') })}
        </h1>
        <p className={card.intro}>{t('imports.next')}</p>
        <div className={styles.acts}>
          <Button component="a" href={addresses.enrol}>
            {t('imports.goEnrol')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              check.reset()
              doing.reset()
              setFile(undefined)
            }}
          >
            {t('imports.another')}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <section className={card.card}>
      <h1 ref={title} tabIndex={-1} className={card.title}>
        {t('imports.title')}
      </h1>
      <p className={card.intro}>{t('imports.intro')}</p>
      <p className={styles.example}>{t('imports.example')}</p>
      <pre className={styles.code} dir="auto">
        {t('imports.exampleRows')}
      </pre>
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
          <Text mt="md" fw={550}>
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
      {check.data && count('refused') > 0 && (
        <Notice tone="advice" title={t('imports.refusedRows')}>
          <Text size="sm">{t('imports.mendFirst')}</Text>
        </Notice>
      )}
      {check.data && count('refused') === 0 && count('new') === 0 && (
        <Text mt="md">{t('imports.nothingNew')}</Text>
      )}
      {mayImport && file && (
        <div className={styles.acts}>
          <Button
            aria-disabled={doing.isPending}
            onClick={() => {
              if (!doing.isPending) doing.mutate({ file, dryRun: false })
            }}
          >
            {t('imports.confirm')}
          </Button>
        </div>
      )}
      {check.data && <ImportReport rows={rows} />}
    </section>
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
