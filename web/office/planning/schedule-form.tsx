import { Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { Notice } from '../../shared/notice.tsx'
import card from '../card.module.css'
import { browserTimeZone, dayAt } from '../period.ts'
import { FlexibleFields } from './flexible-fields.tsx'
import { mendTexts } from './mend.ts'
import styles from './planning.module.css'
import { useSavingSchedule } from './queries.ts'
import { RuleFields } from './rule-fields.tsx'
import {
  draftOf,
  formOfVersion,
  usualFlexible,
  usualRules,
  usualShift,
  type VersionForm,
} from './schedule-draft.ts'
import { WeeksFields } from './weeks-fields.tsx'

/** A new schedule, or how one is to be from a day on. `onDone` is given what to tell when it was saved. */
export function ScheduleForm(props: {
  schedule: Schedule | undefined
  onDone: (told?: string) => void
}) {
  const { schedule, onDone } = props
  const { t } = useTranslation()
  const saving = useSavingSchedule(schedule?.id)
  const title = useRef<HTMLHeadingElement>(null)
  const [form, setForm] = useState<VersionForm>(() => {
    const today = dayAt(Date.now(), browserTimeZone())
    const last = schedule?.versions.at(-1)
    return schedule !== undefined && last !== undefined
      ? formOfVersion(schedule.name, last, today)
      : {
          name: '',
          from: today,
          anchor: '',
          weeks: [[usualShift(t('schedules.usualShift'))]],
          flexible: undefined,
          rules: usualRules,
        }
  })
  const change = (part: Partial<VersionForm>) => setForm({ ...form, ...part })
  useEffect(() => {
    window.scrollTo(0, 0)
    title.current?.focus()
  }, [])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (saving.isPending) return
    saving.mutate(draftOf(form), {
      onSuccess: ({ name }) => onDone(t('schedules.saved', { name })),
    })
  }

  return (
    <section className={card.card}>
      <h1 ref={title} tabIndex={-1} className={card.title}>
        {schedule === undefined
          ? t('schedules.addTitle')
          : t('schedules.changeTitle', { name: schedule.name })}
      </h1>
      {schedule !== undefined && <p className={card.intro}>{t('schedules.past')}</p>}
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <div className={styles.row}>
            {schedule === undefined && (
              <TextInput
                label={t('schedules.name')}
                value={form.name}
                maxLength={200}
                dir="auto"
                autoComplete="off"
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            )}
            <TextInput
              type="date"
              label={t('schedules.from')}
              value={form.from}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            {form.flexible === undefined && form.weeks.length > 1 && (
              <TextInput
                type="date"
                label={t('schedules.anchor')}
                value={form.anchor === '' ? form.from : form.anchor}
                onChange={(event) => change({ anchor: event.currentTarget.value })}
              />
            )}
          </div>
          <Switch
            label={t('schedules.isFlexible')}
            description={t('schedules.isFlexibleHint')}
            checked={form.flexible !== undefined}
            onChange={({ currentTarget: { checked } }) =>
              change({ flexible: checked ? usualFlexible : undefined })
            }
          />
          {form.flexible === undefined ? (
            <WeeksFields
              weeks={form.weeks}
              onWeeks={(weeks) => change({ weeks })}
              onRemoved={() => title.current?.focus()}
            />
          ) : (
            <FlexibleFields
              flexible={form.flexible}
              onFlexible={(flexible) => change({ flexible })}
            />
          )}
          <RuleFields rules={form.rules} onRules={(rules) => change({ rules })} />
          {saving.error !== null && <Refusal error={saving.error} form={form} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onDone()}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" aria-disabled={saving.isPending}>
              {t('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  )
}

/** What to mend, as far as it is about the form. */
function Refusal({ error, form }: { error: Error; form: VersionForm }) {
  const { t } = useTranslation()
  const failure = failureOf(error)
  if (failure.kind !== 'problem' || failure.problem.status !== 422)
    return <FailureNotice failure={failure} />
  return (
    <Notice tone="failure" title={t('schedules.wrong')}>
      <ul className={styles.mend}>
        {mendTexts(failure.problem, form, t).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}
