import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Dialog } from './dialog.tsx'
import { nameFault } from './name.ts'

const faults = { nameMissing: 'operators.missing', nameTooLong: 'enrol.nameTooLong' } as const

/** Asks for another name in place of one; `onName` is given it without the spaces around it. */
export function NameDialog(props: {
  title: string
  label: string
  name: string
  doing: { isPending: boolean; error: Error | null }
  onName: (name: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { isPending, error } = props.doing
  const [name, setName] = useState(props.name)
  const [isTried, setTried] = useState(false)
  const fault = nameFault(name)

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (fault === undefined && !isPending) props.onName(name.trim())
  }

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={props.label}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isTried && fault !== undefined && t(faults[fault])}
            autoComplete="off"
            dir="auto"
            data-autofocus
          />
          {error !== null && <FailureNotice failure={failureOf(error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
