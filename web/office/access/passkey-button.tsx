import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { hasPasskeys, PasskeyDeclined } from './passkey-browser.ts'
import { useSigningInWithPasskey } from './queries.ts'

/** Signs in with what this device keeps, where it can keep something. */
export function PasskeyButton() {
  const { t } = useTranslation()
  const signingIn = useSigningInWithPasskey()
  if (!hasPasskeys()) return null
  const { error, isPending } = signingIn
  return (
    <>
      {error instanceof PasskeyDeclined && <Text role="alert">{t('ways.declined')}</Text>}
      {error !== null && !(error instanceof PasskeyDeclined) && (
        <FailureNotice failure={failureOf(error)} />
      )}
      <Button
        variant="default"
        size="md"
        aria-disabled={isPending}
        onClick={() => !isPending && signingIn.mutate()}
      >
        {t('ways.signInWithPasskey')}
      </Button>
    </>
  )
}
