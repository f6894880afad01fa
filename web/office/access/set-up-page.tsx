import { useTranslation } from 'react-i18next'
import { NarrowCard } from './narrow-card.tsx'
import styles from './narrow-card.module.css'
import { SetUpForm } from './set-up-form.tsx'
import { setUpTokenOf } from '../../shared/route.ts'

/** The first thing that anybody sees of a program that nobody has set up yet. */
export function SetUpPage({ hash }: { hash: string }) {
  const { t } = useTranslation()
  const token = setUpTokenOf(hash)
  return (
    <NarrowCard title={t('setUp.title')} intro={t('setUp.intro')}>
      {token === undefined ? (
        <>
          <p>{t('setUp.noLink')}</p>
          <code className={styles.command} dir="ltr">
            npm run pointeuse -- setup-link
          </code>
        </>
      ) : (
        <SetUpForm token={token} />
      )}
    </NarrowCard>
  )
}
