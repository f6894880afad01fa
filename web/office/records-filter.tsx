import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shared/language.ts'
import { plain, sortByName } from './names.ts'
import type { Period } from './period.ts'
import { useEmployees } from './queries.ts'
import styles from './records-page.module.css'

/** As many as a list shows at once; typing a name finds the others. */
const maxChoices = 100

/** Which records to show. Without a chosen period it is today, also tomorrow. */
export function RecordsFilter(props: {
  period: Period
  isToday: boolean
  onPeriod: (period: Period | undefined) => void
  employee: string | undefined
  onEmployee: (id: string | undefined) => void
}) {
  const { period, isToday, onPeriod, employee, onEmployee } = props
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data = [] } = useEmployees()
  return (
    <div className={styles.filter}>
      <Button
        variant={isToday ? 'filled' : 'default'}
        aria-pressed={isToday}
        onClick={() => onPeriod(undefined)}
      >
        {t('records.today')}
      </Button>
      <TextInput
        type="date"
        label={t('records.from')}
        value={period.from}
        onChange={(event) => onPeriod({ ...period, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('records.to')}
        value={period.to}
        onChange={(event) => onPeriod({ ...period, to: event.currentTarget.value })}
      />
      <div className={styles.who}>
        <Select
          label={t('records.employee')}
          placeholder={t('records.everyone')}
          data={sortByName(data, language).map(({ id, name }) => ({ value: id, label: name }))}
          value={employee ?? null}
          onChange={(id) => onEmployee(id ?? undefined)}
          filter={({ options, search }) =>
            options.filter(
              (option) => 'label' in option && plain(option.label).includes(plain(search)),
            )
          }
          limit={maxChoices}
          nothingFoundMessage={t('employees.noMatch')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('records.everyone') }}
        />
      </div>
    </div>
  )
}
