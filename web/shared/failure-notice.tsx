import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Failure } from './failure.ts'
import { failureText } from './failure-text.ts'
import { Notice } from './notice.tsx'

/** Says why something did not work, and offers to try again where that makes sense. */
export function FailureNotice({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { title, advice } = failureText(failure, t)
  return (
    <Notice tone="failure" title={title}>
      <Text size="sm">{advice}</Text>
      {onRetry && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </Notice>
  )
}
