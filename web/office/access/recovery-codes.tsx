import { Button, Code, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The codes for when the app is lost, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Text role="status">{t('ways.keepCodes')}</Text>
      <Code block dir="ltr">
        {codes.join('\n')}
      </Code>
      <Button onClick={onDone}>{t('ways.kept')}</Button>
    </Stack>
  )
}
