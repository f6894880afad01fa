import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Notice } from '../shared/notice.tsx'
import { BetterRecogniser } from './better-recogniser.tsx'
import card from './card.module.css'
import { DecisionFigures } from './decision-figures.tsx'
import styles from './decision-page.module.css'
import { DecisionSites } from './decision-sites.tsx'
import { oneIn } from './odds.ts'
import { useDecision } from './queries.ts'
import { RecogniserPart } from './recogniser-part.tsx'

/** How it is decided who somebody is: what is promised, why, and how to change it. */
export function DecisionPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useDecision()
  return (
    <section className={`${card.card} ${styles.page}`}>
      <h1 className={card.title}>{t('decision.title')}</h1>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      <BetterRecogniser />
      {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
      {data && (
        <>
          <Assurance decision={data} />
          {!data.reached && <BeyondPromise decision={data} />}
          <h2>{t('decision.how')}</h2>
          <p>{t('decision.threshold')}</p>
          <p>{t('decision.margin')}</p>
          <h2>{t('decision.change')}</h2>
          <p>{t('decision.setting')}</p>
          <Code>{`TARGET_FPIR=${data.targetFpir}`}</Code>
          <p>{t('decision.cost')}</p>
          <DecisionSites decision={data} />
          <RecogniserPart />
          <DecisionFigures decision={data} />
        </>
      )}
    </section>
  )
}

function Assurance({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const { employees, templates, expectedFpir, measured } = decision
  return (
    <>
      {employees === 0 && <p>{t('decision.nobody')}</p>}
      <p className={styles.promise}>
        {t('decision.strangers', { strangers: oneIn(expectedFpir) })}
      </p>
      {employees > 0 && (
        <p>
          {t('decision.gallery', {
            employees: t('count.employees', { count: employees }),
            templates: t('count.templates', { count: templates }),
          })}
        </p>
      )}
      <p>{t(measured ? 'decision.counted' : 'decision.drawnOn')}</p>
    </>
  )
}

function BeyondPromise({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  return (
    <Notice tone="advice" title={t('decision.beyondTitle')}>
      <Text size="sm">
        {t('decision.beyond', {
          asked: oneIn(decision.targetFpir),
          promised: oneIn(decision.expectedFpir),
        })}
      </Text>
      <Text size="sm">{t('decision.instead')}</Text>
      <Code>{'POST /employees/{id}/verify'}</Code>
    </Notice>
  )
}

/** To be copied as it is, so it is read from left to right in every language. */
const Code = ({ children }: { children: string }) => (
  <code className={styles.code} dir="ltr">
    {children}
  </code>
)
