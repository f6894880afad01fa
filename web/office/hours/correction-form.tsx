import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import type { CorrectionDraft } from '../hours-client.ts'
import type { DayRecord } from './day-records.ts'
import { useHours } from './hour-texts.ts'
import { useCorrecting } from './queries.ts'
import styles from './timesheets-page.module.css'
import { wallTimeAt, wallTimeText } from './wall-time.ts'

export type CorrectionStart =
  | { readonly action: 'add'; readonly kind: RecordKind; readonly date: string }
  | { readonly action: 'change' | 'void'; readonly record: DayRecord }

const kinds = ['in', 'out', 'break-start', 'break-end'] as const satisfies RecordKind[]

/** Asks what is to be corrected, and why. `onDone` is given what to tell when it was sent. */
export function CorrectionForm(props: {
  employee: string
  zone: string
  start: CorrectionStart
  onDone: (told?: string) => void
}) {
  const { employee, zone, start } = props
  const { t } = useTranslation()
  const { momentIn } = useHours()
  const before = 'record' in start ? wallTimeAt(start.record.at, zone) : { ...start, time: '' }
  const [kind, setKind] = useState<RecordKind>('record' in start ? start.record.kind : start.kind)
  const [date, setDate] = useState(before.date)
  const [time, setTime] = useState(before.time)
  const [which, setWhich] = useState<'first' | 'second'>()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const correcting = useCorrecting()
  const isTwice =
    which !== undefined ||
    (correcting.error !== null && isProblem(correcting.error, 'wall-time-twice'))

  const needsTime = start.action !== 'void'
  const missing = (value: string) => isTried && value.trim() === '' && t('corrections.missing')
  const isComplete = reason.trim() !== '' && (!needsTime || (date !== '' && time !== ''))

  function draft(): CorrectionDraft {
    const told = { employeeId: employee, reason: reason.trim() }
    if (start.action === 'add') {
      return { ...told, action: 'add', kind, at: wallTimeText({ date, time }, zone, which) }
    }
    const recordId = start.record.id
    if (start.action === 'void') return { ...told, action: 'void', recordId }
    // A moment that nobody touched is left alone, with its seconds.
    const isMoved = date !== before.date || time !== before.time
    const at = isMoved ? { at: wallTimeText({ date, time }, zone, which) } : {}
    return { ...told, action: 'change', recordId, kind, ...at }
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (!isComplete || correcting.isPending) return
    correcting.mutate(draft(), {
      onSuccess: ({ decision }) =>
        props.onDone(t(decision === null ? 'corrections.sent' : 'corrections.counts')),
    })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {'record' in start && (
          <Text fw={650}>
            {t(start.action === 'void' ? 'corrections.voidThis' : 'corrections.changeThis', {
              record: `${t(`records.kinds.${start.record.kind}`)} ${momentIn(start.record.at, zone)}`,
            })}
          </Text>
        )}
        {needsTime && (
          <div className={styles.when}>
            <NativeSelect
              label={t('corrections.kind')}
              value={kind}
              data-autofocus
              onChange={({ currentTarget: { value } }) =>
                setKind(kinds.find((one) => one === value) ?? kind)
              }
              data={kinds.map((one) => ({ value: one, label: t(`records.kinds.${one}`) }))}
            />
            <TextInput
              type="date"
              label={t('corrections.date')}
              value={date}
              error={missing(date)}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('corrections.time')}
              value={time}
              error={missing(time)}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          </div>
        )}
        {isTwice && (
          <NativeSelect
            label={t('corrections.which')}
            value={which ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setWhich(value === 'first' || value === 'second' ? value : undefined)
            }
            data={[
              { value: '', label: '' },
              { value: 'first', label: t('corrections.first') },
              { value: 'second', label: t('corrections.second') },
            ]}
          />
        )}
        <TextInput
          label={t('corrections.reason')}
          description={t('corrections.reasonHint')}
          value={reason}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          error={missing(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {correcting.error !== null && <FailureNotice failure={failureOf(correcting.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => props.onDone()}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" aria-disabled={correcting.isPending}>
            {t('corrections.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function isProblem(error: Error, code: string): boolean {
  const failure = failureOf(error)
  return failure.kind === 'problem' && failure.problem.code === code
}
