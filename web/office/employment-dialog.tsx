import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEmployee } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Dialog } from './dialog.tsx'
import { useEmploying } from './queries.ts'

/** Asks for the first and the last day of an employment; a day that is not known stays empty. */
export function EmploymentDialog(props: {
  employee: ListedEmployee
  onClose: (told?: string) => void
}) {
  const { employee, onClose } = props
  const { t } = useTranslation()
  const [firstDay, setFirstDay] = useState(employee.firstDay ?? '')
  const [lastDay, setLastDay] = useState(employee.lastDay ?? '')
  const employing = useEmploying()
  const isReversed = firstDay !== '' && lastDay !== '' && lastDay < firstDay

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isReversed || employing.isPending) return
    employing.mutate(
      { id: employee.id, firstDay: firstDay || null, lastDay: lastDay || null },
      { onSuccess: () => onClose(t('employment.saved', { name: employee.name })) },
    )
  }

  return (
    <Dialog title={t('employment.title', { name: employee.name })} onClose={() => onClose()}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('employment.hint')}
          </Text>
          <TextInput
            type="date"
            label={t('employment.firstDay')}
            value={firstDay}
            data-autofocus
            onChange={(event) => setFirstDay(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('employment.lastDay')}
            value={lastDay}
            error={isReversed && t('employment.reversed')}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          {employing.error !== null && <FailureNotice failure={failureOf(employing.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={employing.isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
