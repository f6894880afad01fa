import { useTranslation } from 'react-i18next'
import { AppSetUp } from './app-set-up.tsx'
import { NarrowCard } from './narrow-card.tsx'
import { useAskingWhoIsSignedIn } from './second-factor-queries.ts'

/** For an admin who has to add a second factor before anything else. */
export function SecondFactorPage() {
  const { t } = useTranslation()
  const askAgain = useAskingWhoIsSignedIn()
  return (
    <NarrowCard title={t('ways.needed')} intro={t('ways.neededIntro')}>
      <AppSetUp onDone={askAgain} />
    </NarrowCard>
  )
}
