import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { browserTimeZone, instantsOf } from '../period.ts'
import { useSites } from '../planning/queries.ts'
import { NewApiKey } from './new-api-key.tsx'
import { useAddingApiKey } from './queries.ts'

const scopes = ['enrol', 'clock', 'read'] as const satisfies readonly Scope[]

/** Asks what a key is for, and then shows it, this once. */
export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [site, setSite] = useState('')
  const [until, setUntil] = useState('')
  const [isTried, setTried] = useState(false)
  const adding = useAddingApiKey()

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || chosen.length === 0 || adding.isPending) return
    adding.mutate({
      name: name.trim(),
      scopes: scopes.filter((scope) => chosen.includes(scope)),
      siteId: site === '' ? null : site,
      // To the end of that day, where the browser is.
      expiresAt: instantsOf({ from: until, to: until }, browserTimeZone())?.to ?? null,
    })
  }

  if (adding.data !== undefined) {
    return <NewApiKey name={adding.data.apiKey.name} apiKey={adding.data.key} onClose={onClose} />
  }
  return (
    <Dialog title={t('keys.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('keys.name')}
            description={t('keys.nameHint')}
            value={name}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            data-autofocus
            error={isTried && name.trim() === '' && t('operators.missing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('keys.may')}
            value={chosen}
            error={isTried && chosen.length === 0 && t('operators.missing')}
            onChange={setChosen}
          >
            <Stack gap="xs" mt="xs">
              {scopes.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`keys.scopes.${scope}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <NativeSelect
            label={t('keys.site')}
            value={site}
            onChange={(event) => setSite(event.currentTarget.value)}
            data={[
              { value: '', label: t('operators.everySite') },
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput
            type="date"
            label={t('keys.expires')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          {adding.error !== null && <FailureNotice failure={failureOf(adding.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={adding.isPending}>
              {t('keys.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
