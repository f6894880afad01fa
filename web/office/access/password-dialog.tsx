import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { useChangingPassword } from './queries.ts'

/** Asks for one's own password and another one. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isTried, setTried] = useState(false)
  const changing = useChangingPassword()
  const missing = (value: string) => isTried && value === '' && t('operators.missing')

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (current === '' || next === '' || changing.isPending) return
    changing.mutate({ current, next })
  }

  return (
    <Dialog title={t('account.password')} onClose={onClose}>
      {changing.isSuccess ? (
        <Stack>
          <Text role="status">{t('account.changed')}</Text>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('act.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <PasswordInput
              label={t('account.current')}
              value={current}
              dir="ltr"
              autoComplete="current-password"
              data-autofocus
              error={missing(current)}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('account.next')}
              description={t('setUp.passwordHint')}
              value={next}
              dir="ltr"
              autoComplete="new-password"
              error={missing(next)}
              onChange={(event) => setNext(event.currentTarget.value)}
            />
            {changing.error !== null && <FailureNotice failure={failureOf(changing.error)} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('act.cancel')}
              </Button>
              <Button type="submit" aria-disabled={changing.isPending}>
                {t('account.change')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}
