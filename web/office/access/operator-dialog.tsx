import { Button, Checkbox, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Operator, Role } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { useSites } from '../planning/queries.ts'
import { useSavingOperator } from './queries.ts'
import { useSignedIn } from './session.ts'

const roles = ['admin', 'manager', 'viewer'] as const satisfies readonly Role[]

/** Asks who somebody is, what they may do and where. `onClose` is given what to tell when it was saved. */
export function OperatorDialog(props: {
  operator: Operator | undefined
  onClose: (told?: string) => void
}) {
  const { operator, onClose } = props
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  const isMe = useSignedIn().id === operator?.id
  const [name, setName] = useState(operator?.name ?? '')
  const [role, setRole] = useState<Role>(operator?.role ?? 'manager')
  const before = operator?.siteIds ?? []
  const [everywhere, setEverywhere] = useState(before === 'all')
  const [chosen, setChosen] = useState<string[]>(before === 'all' ? [] : [...before])
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const saving = useSavingOperator()
  const isNew = operator === undefined

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || (isNew && password === '') || saving.isPending) return
    const siteIds = role === 'admin' || everywhere ? ('all' as const) : chosen
    const draft = { name: name.trim(), role, siteIds, password }
    saving.mutate(isNew ? draft : { ...draft, id: operator.id }, {
      onSuccess: ({ name }) =>
        onClose(t(isNew ? 'operators.added' : 'operators.changed', { name })),
    })
  }

  return (
    <Dialog
      title={isNew ? t('operators.add') : t('operators.editOf', { name: operator.name })}
      onClose={() => onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('operators.name')}
            value={name}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            data-autofocus
            error={isTried && name.trim() === '' && t('operators.missing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('operators.role')}
            value={role}
            onChange={(value) => setRole(roles.find((each) => each === value) ?? role)}
          >
            <Stack gap="xs" mt="xs">
              {roles.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={t(`operators.roles.${each}`)}
                  description={t(`operators.roleHints.${each}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {role !== 'admin' && (
            <Checkbox.Group label={t('operators.sites')} value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                <Checkbox
                  label={t('operators.everySite')}
                  checked={everywhere}
                  onChange={(event) => setEverywhere(event.currentTarget.checked)}
                />
                {!everywhere &&
                  sites.map((site) => (
                    <Checkbox key={site.id} value={site.id} label={<bdi>{site.name}</bdi>} />
                  ))}
              </Stack>
            </Checkbox.Group>
          )}
          {!isMe && (
            <PasswordInput
              label={t(isNew ? 'operators.password' : 'operators.newPassword')}
              description={t(isNew ? 'operators.passwordHint' : 'operators.newPasswordHint')}
              value={password}
              dir="ltr"
              autoComplete="new-password"
              error={isTried && isNew && password === '' && t('operators.missing')}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          {saving.error !== null && <FailureNotice failure={failureOf(saving.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={saving.isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
