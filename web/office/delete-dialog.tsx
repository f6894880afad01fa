import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Dialog } from './dialog.tsx'
import { useForgetting } from './queries.ts'

/** Asks what becomes of the records before an employee is deleted; the safer answer is chosen to begin with. */
export function DeleteDialog(props: { employee: Employee; onClose: (told?: string) => void }) {
  const { employee, onClose } = props
  const { t } = useTranslation()
  const [records, setRecords] = useState<'keep' | 'erase'>('keep')
  const forgetting = useForgetting()

  function forget() {
    if (forgetting.isPending) return
    forgetting.mutate(
      { id: employee.id, records },
      { onSuccess: () => onClose(t('employees.deleted', { name: employee.name })) },
    )
  }

  return (
    <Dialog title={t('employees.deleteTitle', { name: employee.name })} onClose={() => onClose()}>
      <Stack>
        <Radio.Group
          label={t('employees.deleteText')}
          value={records}
          onChange={(value) => setRecords(value === 'erase' ? 'erase' : 'keep')}
        >
          <Stack gap="sm" mt="md">
            <Radio
              value="keep"
              label={t('employees.keepRecords')}
              description={t('employees.keepRecordsHint')}
            />
            <Radio
              value="erase"
              label={t('employees.eraseRecords')}
              description={t('employees.eraseRecordsHint')}
            />
          </Stack>
        </Radio.Group>
        {forgetting.error !== null && <FailureNotice failure={failureOf(forgetting.error)} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => onClose()}>
            {t('act.cancel')}
          </Button>
          <Button color="red.9" aria-disabled={forgetting.isPending} onClick={forget}>
            {t('employees.delete')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
