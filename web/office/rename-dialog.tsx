import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Dialog } from './dialog.tsx'
import { nameFault } from './name.ts'
import { useRenaming } from './queries.ts'

/** Asks for a new name; `onClose` is given what to tell when it was changed. */
export function RenameDialog(props: { employee: Employee; onClose: (told?: string) => void }) {
  const { employee, onClose } = props
  const { t } = useTranslation()
  const [name, setName] = useState(employee.name)
  const [isTried, setTried] = useState(false)
  const renaming = useRenaming()
  const fault = nameFault(name)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (fault !== undefined || renaming.isPending) return
    renaming.mutate(
      { id: employee.id, name: name.trim() },
      { onSuccess: (renamed) => onClose(t('employees.renamed', { name: renamed.name })) },
    )
  }

  return (
    <Dialog title={t('employees.renameTitle', { name: employee.name })} onClose={() => onClose()}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('employees.newName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isTried && fault !== undefined && t(`enrol.${fault}`)}
            autoComplete="off"
            dir="auto"
            data-autofocus
          />
          {renaming.error !== null && <FailureNotice failure={failureOf(renaming.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={renaming.isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
