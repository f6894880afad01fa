import { Button, PasswordInput, Stack } from '@mantine/core'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'

/** Asks for the password once more before the ways to sign in are changed. */
export function PasswordStep(props: {
  submit: string
  isPending: boolean
  error: Error | null
  onPassword: (password: string) => void
  /** Fields before the password. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (password !== '' && !props.isPending) props.onPassword(password)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {props.children}
        <PasswordInput
          label={t('account.current')}
          value={password}
          dir="ltr"
          autoComplete="current-password"
          error={isTried && password === '' && t('operators.missing')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {props.error !== null && <FailureNotice failure={failureOf(props.error)} />}
        <Button type="submit" aria-disabled={props.isPending}>
          {props.submit}
        </Button>
      </Stack>
    </form>
  )
}
