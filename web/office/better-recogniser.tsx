import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../shared/notice.tsx'
import styles from './decision-page.module.css'
import { useRecogniser } from './queries.ts'

/** Says, as long as nobody is enrolled, that there is a better recogniser, and how it comes. */
export function BetterRecogniser() {
  const { t } = useTranslation()
  // Whoever may not know this can do nothing about it either.
  const { data } = useRecogniser()
  if (!data || data.better === null) return null
  return (
    <Notice tone="advice" title={t('recogniser.betterTitle')}>
      <Text size="sm">{t('recogniser.better', { name: data.better })}</Text>
      <code className={styles.code} dir="ltr">{`pointeuse models download ${data.better}`}</code>
    </Notice>
  )
}
