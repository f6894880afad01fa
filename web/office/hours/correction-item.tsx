import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Correction } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useSignedIn } from '../access/session.ts'
import { browserTimeZone } from '../period.ts'
import { useCorrectionText } from './correction-text.ts'
import styles from './corrections-page.module.css'
import { useHours } from './hour-texts.ts'
import { useDeciding } from './queries.ts'
import { useZoneOf } from './zone-of.ts'

/** One correction: what, why, who, and the decision or the buttons for it. */
export function CorrectionItem(props: {
  correction: Correction
  onDecided: (told: string) => void
}) {
  const { correction } = props
  const operator = useSignedIn()
  const { t } = useTranslation()
  const { momentIn } = useHours()
  const correctionText = useCorrectionText()
  const zone = useZoneOf(correction)
  const deciding = useDeciding()
  const { decision, employee } = correction
  const { name } = employee
  const text = correctionText(correction, zone)
  const whole = `${name}, ${text}`
  const written = (at: string) => momentIn(at, browserTimeZone())

  function decide(outcome: 'approved' | 'rejected') {
    if (deciding.isPending) return
    const told = { name: operator.name, time: written(new Date().toISOString()) }
    deciding.mutate(
      { id: correction.id, outcome },
      { onSuccess: () => props.onDecided(t(`corrections.${outcome}`, told)) },
    )
  }

  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{name}</bdi>
        <Text>{text}</Text>
        <Text dir="auto">{correction.reason}</Text>
        <Text size="sm" c="dimmed">
          {t('corrections.asked', { name: correction.by, time: written(correction.writtenAt) })}
        </Text>
        {decision && (
          <Text size="sm" c="dimmed">
            {decision.outcome === 'not-needed'
              ? t('corrections.notNeeded')
              : t(`corrections.${decision.outcome}`, {
                  name: decision.by,
                  time: written(decision.at),
                })}
          </Text>
        )}
        {deciding.error !== null && <FailureNotice failure={failureOf(deciding.error)} />}
      </div>
      {decision === null && (
        <Group gap="xs">
          <Button
            aria-label={t('corrections.approveThis', { correction: whole })}
            onClick={() => decide('approved')}
          >
            {t('corrections.approve')}
          </Button>
          <Button
            variant="default"
            aria-label={t('corrections.rejectThis', { correction: whole })}
            onClick={() => decide('rejected')}
          >
            {t('corrections.reject')}
          </Button>
        </Group>
      )}
    </li>
  )
}
