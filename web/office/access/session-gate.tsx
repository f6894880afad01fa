import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignedIn } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { NarrowCard } from './narrow-card.tsx'
import { SignedInContext, useSession } from './session.ts'
import { SecondFactorPage } from './second-factor-page.tsx'
import { SetUpPage } from './set-up-page.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * Shows the pages to whoever is signed in, and to others how to become that. When a session ends while
 * somebody works, the pages stay as they are below the question for the password.
 */
export function SessionGate(props: {
  hash: string
  /** What surrounds a page: `inside` says whether there are ways to others. */
  frame: (inside: boolean, content: ReactNode) => ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { data, error, refetch } = useSession()
  const last = useRef<SignedIn>(undefined)
  if (data?.operator) last.current = data.operator

  if (data === undefined) {
    return props.frame(
      false,
      error === null ? (
        <Text c="dimmed" role="status">
          {t('frame.loading')}
        </Text>
      ) : (
        <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
      ),
    )
  }
  if (!data.isSetUp) return props.frame(false, <SetUpPage hash={props.hash} />)
  if (last.current === undefined) {
    return props.frame(
      false,
      <NarrowCard title={t('signIn.title')} intro={t('signIn.intro')}>
        <SignInForm />
      </NarrowCard>,
    )
  }
  if (last.current.lacksSecondFactor) return props.frame(false, <SecondFactorPage />)
  return (
    <SignedInContext value={last.current}>
      {props.frame(true, props.children)}
      {data.operator === null && <SignInAgain name={last.current.name} />}
    </SignedInContext>
  )
}
