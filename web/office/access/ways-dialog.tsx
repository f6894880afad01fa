import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../dialog.tsx'
import { AppPart } from './app-part.tsx'
import { PasskeysPart } from './passkeys-part.tsx'

/** One's own ways to sign in besides the password. */
export function WaysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('ways.title')} onClose={onClose}>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('ways.app')}
          </Title>
          <AppPart />
        </Stack>
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('ways.passkeys')}
          </Title>
          <PasskeysPart />
        </Stack>
      </Stack>
    </Dialog>
  )
}
