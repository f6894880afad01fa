import { Button, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import styles from './planning.module.css'
import { useHolidayChange } from './queries.ts'

/** Adds one day on which nobody is expected at a site. */
export function HolidayForm({ site, year }: { site: string; year: number }) {
  const { t } = useTranslation()
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const change = useHolidayChange()
  const missing = (value: string) => isTried && value.trim() === '' && t('sites.missing')

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (date === '' || name.trim() === '' || change.isPending) return
    change.mutate(
      { site, date, name: name.trim(), isHoliday: true },
      {
        onSuccess() {
          setDate('')
          setName('')
          setTried(false)
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className={styles.row}>
      <TextInput
        type="date"
        label={t('sites.date')}
        min={`${year}-01-01`}
        value={date}
        error={missing(date)}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label={t('sites.dayName')}
        value={name}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        error={missing(name)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" aria-disabled={change.isPending}>
        {t('sites.addDay')}
      </Button>
      {change.error !== null && <FailureNotice failure={failureOf(change.error)} />}
    </form>
  )
}
