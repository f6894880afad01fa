import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppSetUp } from './app-set-up.tsx'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useMakingRecoveryCodes, useRemovingApp, useSecondFactor } from './second-factor-queries.ts'

type Doing = 'nothing' | 'adding' | 'codes' | 'removing'

/** One's own app for codes: whether it is on, and what can be done about it. */
export function AppPart() {
  const { t } = useTranslation()
  const { data } = useSecondFactor()
  const [doing, setDoing] = useState<Doing>('nothing')
  const making = useMakingRecoveryCodes()
  const removing = useRemovingApp()
  const stop = () => setDoing('nothing')
  if (data === undefined) return null
  if (doing === 'adding') return <AppSetUp onDone={stop} />
  if (doing === 'codes' && making.data) {
    return <RecoveryCodes codes={making.data.recoveryCodes} onDone={stop} />
  }
  if (doing === 'codes') {
    return (
      <PasswordStep
        submit={t('ways.newCodes')}
        {...{ isPending: making.isPending, error: making.error }}
        onPassword={(password) => making.mutate(password)}
      />
    )
  }
  if (doing === 'removing') {
    return (
      <PasswordStep
        submit={t('ways.removeApp')}
        {...{ isPending: removing.isPending, error: removing.error }}
        onPassword={(password) => removing.mutate(password, { onSuccess: stop })}
      />
    )
  }
  return (
    <Stack gap="xs">
      <Text>{data.isOn ? t('ways.appOn', { count: data.recoveryCodes }) : t('ways.appOff')}</Text>
      {data.isOn ? (
        <>
          <Button
            variant="default"
            onClick={() => {
              making.reset()
              setDoing('codes')
            }}
          >
            {t('ways.newCodes')}
          </Button>
          <Button variant="default" onClick={() => setDoing('removing')}>
            {t('ways.removeApp')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setDoing('adding')}>{t('ways.addApp')}</Button>
      )}
    </Stack>
  )
}
