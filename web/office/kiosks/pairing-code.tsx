import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Kiosk } from '../../shared/contract.ts'
import { useTimes } from '../../shared/times.ts'
import styles from '../access/narrow-card.module.css'
import { Dialog } from '../dialog.tsx'

/** The code that pairs a device, in two groups as it is read out; closing is the end of it. */
export function PairingCode(props: {
  coded: { kiosk: Kiosk; code: string; codeUntil: string }
  onClose: () => void
}) {
  const { kiosk, code, codeUntil } = props.coded
  const { t } = useTranslation()
  const { time } = useTimes()
  return (
    <Dialog title={t('kiosks.code', { name: kiosk.name })} onClose={props.onClose}>
      <Stack>
        <Text role="status">{t('kiosks.codeText', { time: time(codeUntil) })}</Text>
        <div>
          <Text size="sm" fw={650}>
            {t('kiosks.address')}
          </Text>
          <bdi dir="ltr">{new URL('kiosk', window.location.href).href}</bdi>
        </div>
        <code className={styles.command} dir="ltr">
          {`${code.slice(0, 4)}-${code.slice(4)}`}
        </code>
        <Group justify="flex-end">
          <Button data-autofocus onClick={props.onClose}>
            {t('act.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
