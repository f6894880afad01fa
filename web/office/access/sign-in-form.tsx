import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { useSigningIn } from './queries.ts'
import { saysCodeNeeded } from './session.ts'

/** Asks for a name and a password. Nobody signs in with their face. */
export function SignInForm({ name: known = '' }: { name?: string }) {
  const { t } = useTranslation()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const [code, setCode] = useState('')
  const [isCodeAsked, setCodeAsked] = useState(false)
  const signingIn = useSigningIn()
  const missing = (value: string) => isTried && value === '' && t('operators.missing')

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || password === '' || signingIn.isPending) return
    const typed = { name: name.trim(), password, ...(isCodeAsked && { code }) }
    signingIn.mutate(typed, { onError: (error) => saysCodeNeeded(error) && setCodeAsked(true) })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('signIn.name')}
          value={name}
          maxLength={200}
          dir="auto"
          autoComplete="username"
          data-autofocus={known === '' || undefined}
          error={missing(name.trim())}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          dir="ltr"
          autoComplete="current-password"
          data-autofocus={known !== '' || undefined}
          error={missing(password)}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {isCodeAsked && (
          <TextInput
            label={t('signIn.code')}
            description={t('signIn.codeHint')}
            value={code}
            dir="ltr"
            autoFocus
            autoComplete="one-time-code"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {signingIn.error !== null && !saysCodeNeeded(signingIn.error) && (
          <FailureNotice failure={failureOf(signingIn.error)} />
        )}
        {!window.isSecureContext && (
          <Text size="sm">{t('signIn.noCamera', { address: window.location.origin })}</Text>
        )}
        <Button type="submit" size="md" aria-disabled={signingIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <PasskeyButton />
      </Stack>
    </form>
  )
}
