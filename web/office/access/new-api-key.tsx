import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../dialog.tsx'
import styles from './narrow-card.module.css'

/** A key that was just made, with the way to take it along; closing is the end of it. */
export function NewApiKey(props: { name: string; apiKey: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('keys.shown', { name: props.name })} onClose={props.onClose}>
      <Stack>
        <Text role="status">{t('keys.shownText')}</Text>
        <code className={styles.command} dir="ltr">
          {props.apiKey}
        </code>
        <Group justify="flex-end">
          <CopyButton value={props.apiKey}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} data-autofocus>
                {t(copied ? 'keys.copied' : 'keys.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={props.onClose}>{t('act.close')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
