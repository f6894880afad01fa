import { Button, SegmentedControl, Text, VisuallyHidden } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import card from '../card.module.css'
import { CorrectionItem } from './correction-item.tsx'
import styles from './corrections-page.module.css'
import { useCorrections } from './queries.ts'

/** What somebody asked to be corrected: to be decided by somebody else, or decided already. */
export function CorrectionsPage() {
  const { t } = useTranslation()
  const [state, setState] = useState<'open' | 'decided'>('open')
  const [told, setTold] = useState('')
  const { data, error, isPending, refetch, ...more } = useCorrections({ state })
  const corrections = data?.pages.flatMap((page) => page.corrections)
  const title = useRef<HTMLHeadingElement>(null)

  return (
    <section className={card.card}>
      <h1 ref={title} tabIndex={-1} className={card.title}>
        {t('corrections.title')}
      </h1>
      <p className={card.intro}>{t('corrections.intro')}</p>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      <div className={styles.filter}>
        <SegmentedControl
          aria-label={t('corrections.show')}
          value={state}
          data={[
            { value: 'open', label: t('corrections.open') },
            { value: 'decided', label: t('corrections.decided') },
          ]}
          onChange={setState}
        />
      </div>
      {error !== null && (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {isPending && <Text c="dimmed">{t('frame.loading')}</Text>}
      {corrections?.length === 0 && (
        <Text c="dimmed">
          {t(state === 'open' ? 'corrections.noneOpen' : 'corrections.noneDecided')}
        </Text>
      )}
      <ul className={styles.list}>
        {corrections?.map((correction) => (
          <CorrectionItem
            key={correction.id}
            correction={correction}
            onDecided={(text) => {
              setTold(text)
              // The buttons go with what was decided, and the focus would go with them.
              title.current?.focus()
            }}
          />
        ))}
      </ul>
      {more.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={more.isFetchingNextPage}
          onClick={() => void more.fetchNextPage()}
        >
          {t('employees.showMore')}
        </Button>
      )}
    </section>
  )
}
