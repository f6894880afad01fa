import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../shared/contract.ts'
import { failureText } from '../../shared/failure-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { Notice } from '../../shared/notice.tsx'
import { useLanguage } from '../../shared/language.ts'
import styles from './planning.module.css'

export type Assigned = {
  readonly done: readonly Employee[]
  readonly failed: readonly { readonly employee: Employee; readonly failure: Failure }[]
}

/** Who was assigned, and who was not and why. */
export function AssignResult({ assigned }: { assigned: Assigned | undefined }) {
  const { t } = useTranslation()
  const { locale } = useLanguage()
  const names = assigned?.done.map(({ name }) => name) ?? []
  return (
    <>
      <p role="status" className={styles.told}>
        {names.length > 0 && t('assign.done', { names: new Intl.ListFormat(locale).format(names) })}
      </p>
      {assigned?.failed.map(({ employee, failure }) => (
        <Notice
          key={employee.id}
          tone="failure"
          title={t('assign.failed', { name: employee.name })}
        >
          <Text size="sm">{reasonText(failure, t)}</Text>
        </Notice>
      ))}
    </>
  )
}

function reasonText(failure: Failure, t: TFunction): string {
  const code = failure.kind === 'problem' ? failure.problem.code : undefined
  if (code === 'rewrites-the-past') return t('assign.rewrites')
  if (code === 'shifts-overlap') return t('assign.overlaps')
  return failureText(failure, t).advice
}
