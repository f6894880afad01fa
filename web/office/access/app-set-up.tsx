import { Button, Code, Stack, Text, TextInput } from '@mantine/core'
import { encodeQR } from 'qr'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useBeginningApp, useConfirmingApp } from './second-factor-queries.ts'

/** From the password to an app that shows codes, and the codes for when it is lost. */
export function AppSetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const beginning = useBeginningApp()
  const confirming = useConfirmingApp()
  if (confirming.data) {
    return <RecoveryCodes codes={confirming.data.recoveryCodes} onDone={onDone} />
  }
  if (!beginning.data) {
    return (
      <PasswordStep
        submit={t('ways.addApp')}
        isPending={beginning.isPending}
        error={beginning.error}
        onPassword={(password) => beginning.mutate(password)}
      />
    )
  }
  return (
    <Stack>
      <Offer {...beginning.data} />
      <CodeStep
        isPending={confirming.isPending}
        error={confirming.error}
        onCode={(code) => confirming.mutate(code)}
      />
    </Stack>
  )
}

/** What an app reads from the screen, and what is typed where it cannot. */
function Offer({ uri, secret }: { uri: string; secret: string }) {
  const { t } = useTranslation()
  const image = `data:image/svg+xml,${encodeURIComponent(encodeQR(uri, 'svg', { border: 2 }))}`
  return (
    <Stack gap="xs">
      <Text>{t('ways.scan')}</Text>
      <img src={image} alt={t('ways.qr')} width={200} height={200} style={{ background: '#fff' }} />
      <Text size="sm">{t('ways.typeSecret')}</Text>
      <Code block dir="ltr">
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </Code>
    </Stack>
  )
}

function CodeStep(props: {
  isPending: boolean
  error: Error | null
  onCode: (code: string) => void
}) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (code.trim() !== '' && !props.isPending) props.onCode(code)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('signIn.code')}
          value={code}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {props.error !== null && <FailureNotice failure={failureOf(props.error)} />}
        <Button type="submit" aria-disabled={props.isPending}>
          {t('ways.confirm')}
        </Button>
      </Stack>
    </form>
  )
}
