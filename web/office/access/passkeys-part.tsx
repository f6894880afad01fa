import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasPasskeys, PasskeyDeclined } from './passkey-browser.ts'
import { PasswordStep } from './password-step.tsx'
import { useAddingPasskey, usePasskeys, useRemovingPasskey } from './second-factor-queries.ts'

/** One's own passkeys: those that there are, and another one. */
export function PasskeysPart() {
  const { t } = useTranslation()
  const { data } = usePasskeys()
  const [isAdding, setAdding] = useState(false)
  const [name, setName] = useState('')
  const adding = useAddingPasskey()
  const removing = useRemovingPasskey()
  if (data === undefined) return null
  const wasDeclined = adding.error instanceof PasskeyDeclined
  const add = (password: string) =>
    adding.mutate(
      { name: name.trim() || t('ways.passkey'), password },
      { onSuccess: () => setAdding(false) },
    )
  return (
    <Stack gap="xs">
      {data.passkeys.length === 0 && <Text>{t('ways.noPasskey')}</Text>}
      {data.passkeys.map((passkey) => (
        <Group key={passkey.id} justify="space-between">
          <bdi>{passkey.name}</bdi>
          <Button
            variant="default"
            aria-label={t('ways.removePasskey', { name: passkey.name })}
            onClick={() => removing.mutate(passkey.id)}
          >
            {t('ways.remove')}
          </Button>
        </Group>
      ))}
      {!hasPasskeys() && <Text size="sm">{t('ways.noPasskeysHere')}</Text>}
      {hasPasskeys() && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('ways.addPasskey')}
        </Button>
      )}
      {isAdding && (
        <PasswordStep
          submit={t('ways.addPasskey')}
          isPending={adding.isPending}
          error={wasDeclined ? null : adding.error}
          onPassword={add}
        >
          <TextInput
            label={t('ways.passkeyName')}
            value={name}
            maxLength={100}
            dir="auto"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {wasDeclined && <Text role="alert">{t('ways.declined')}</Text>}
        </PasswordStep>
      )}
    </Stack>
  )
}
