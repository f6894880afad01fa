import { Button, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaveKind, LeavePart } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import { Dialog } from '../dialog.tsx'
import { plain, sortByName } from '../names.ts'
import { browserTimeZone, dayAt } from '../period.ts'
import { useEmployees } from '../queries.ts'
import { useAddingLeave } from './queries.ts'

const kinds = ['paid', 'unpaid', 'sick', 'other'] as const satisfies LeaveKind[]
const parts = ['day', 'morning', 'afternoon', 'hours'] as const satisfies LeavePart[]
const maxChoices = 100

/** Asks who is on leave, when, and of which kind. `onClose` is given what to tell when it was added. */
export function LeaveDialog(props: {
  employee: string | undefined
  onClose: (told?: string) => void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data: employees = [] } = useEmployees()
  const today = dayAt(Date.now(), browserTimeZone())
  const [employee, setEmployee] = useState<string | null>(props.employee ?? null)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [kind, setKind] = useState<LeaveKind>('paid')
  const [part, setPart] = useState<LeavePart>('day')
  const [start, setStart] = useState('')
  const [end, setEnd] = useState('')
  const [isTried, setTried] = useState(false)
  const adding = useAddingLeave()
  const hasTimes = part !== 'hours' || (start !== '' && end !== '')
  const missing = (value: string) => isTried && value === '' && t('sites.missing')

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (employee === null || from === '' || to === '' || to < from || !hasTimes) return
    if (adding.isPending) return
    const hours = part === 'hours' ? { start, end } : {}
    adding.mutate(
      { employee, from, to, kind, part, ...hours },
      { onSuccess: () => props.onClose(t('leave.saved')) },
    )
  }

  return (
    <Dialog title={t('leave.addTitle')} onClose={() => props.onClose()}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            label={t('leave.employee')}
            data={sortByName(employees, language).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            value={employee}
            onChange={setEmployee}
            error={isTried && employee === null && t('leave.missingEmployee')}
            filter={({ options, search }) =>
              options.filter(
                (option) => 'label' in option && plain(option.label).includes(plain(search)),
              )
            }
            limit={maxChoices}
            nothingFoundMessage={t('employees.noMatch')}
            allowDeselect={false}
            openOnFocus={false}
            searchable
            data-autofocus
          />
          <Group grow align="start">
            <TextInput
              type="date"
              label={t('leave.from')}
              value={from}
              error={missing(from)}
              onChange={({ currentTarget: { value } }) => {
                setFrom(value)
                if (to < value) setTo(value)
              }}
            />
            <TextInput
              type="date"
              label={t('leave.to')}
              value={to}
              error={missing(to) || (isTried && to < from && t('leave.wrongDays'))}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <NativeSelect
            label={t('leave.kind')}
            value={kind}
            onChange={({ currentTarget: { value } }) =>
              setKind(kinds.find((one) => one === value) ?? kind)
            }
            data={kinds.map((one) => ({ value: one, label: t(`timesheets.leave.${one}`) }))}
          />
          <NativeSelect
            label={t('leave.part')}
            description={
              part === 'morning' || part === 'afternoon' ? t('leave.halfHint') : undefined
            }
            value={part}
            onChange={({ currentTarget: { value } }) =>
              setPart(parts.find((one) => one === value) ?? part)
            }
            data={parts.map((one) => ({ value: one, label: t(`leave.parts.${one}`) }))}
          />
          {part === 'hours' && (
            <Group grow align="start">
              <TextInput
                type="time"
                label={t('leave.start')}
                value={start}
                error={missing(start)}
                onChange={(event) => setStart(event.currentTarget.value)}
              />
              <TextInput
                type="time"
                label={t('leave.end')}
                value={end}
                error={missing(end)}
                onChange={(event) => setEnd(event.currentTarget.value)}
              />
            </Group>
          )}
          {adding.error !== null && <FailureNotice failure={failureOf(adding.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => props.onClose()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={adding.isPending}>
              {t('leave.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
