import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Dialog } from '../dialog.tsx'
import { useSites } from '../planning/queries.ts'
import { PairingCode } from './pairing-code.tsx'
import { useAddingKiosk } from './queries.ts'

/** Asks where a kiosk stands, and then shows the code for its device, this once. */
export function KioskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const sites = (useSites().data ?? []).filter(({ archived }) => !archived)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [isTried, setTried] = useState(false)
  const adding = useAddingKiosk()
  const siteId = chosen ?? sites[0]?.id

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || siteId === undefined || adding.isPending) return
    adding.mutate({ name: name.trim(), siteId })
  }

  if (adding.data !== undefined) return <PairingCode coded={adding.data} onClose={onClose} />
  return (
    <Dialog title={t('kiosks.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('kiosks.name')}
            description={t('kiosks.nameHint')}
            value={name}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            data-autofocus
            error={isTried && name.trim() === '' && t('kiosks.missing')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {sites.length === 0 ? (
            <Text>{t('kiosks.noSite')}</Text>
          ) : (
            <NativeSelect
              label={t('kiosks.site')}
              value={siteId}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={sites.map((site) => ({ value: site.id, label: site.name }))}
            />
          )}
          {adding.error !== null && <FailureNotice failure={failureOf(adding.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={adding.isPending || siteId === undefined}>
              {t('kiosks.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
