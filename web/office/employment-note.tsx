import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedEmployee } from '../shared/contract.ts'
import { useHours } from './hours/hour-texts.ts'
import { browserTimeZone, dayAt } from './period.ts'

/** Since when and until when somebody is employed, as far as it is known. */
export function EmploymentNote({ employee: { firstDay, lastDay } }: { employee: ListedEmployee }) {
  const { t } = useTranslation()
  const { date } = useHours()
  if (firstDay === null && lastDay === null) return null
  const today = dayAt(Date.now(), browserTimeZone())
  return (
    <Text size="sm" c="dimmed">
      {[
        ...(firstDay === null ? [] : [t('employment.since', { day: date(firstDay) })]),
        ...(lastDay === null
          ? []
          : [t(lastDay < today ? 'employment.left' : 'employment.until', { day: date(lastDay) })]),
      ].join(' · ')}
    </Text>
  )
}
