import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shared/language.ts'
import { plain, sortByName } from './names.ts'
import { useEmployees } from './queries.ts'

/** As many as a list shows at once; typing a name finds the others. */
const maxChoices = 100

/** One employee, found by name, or everybody. */
export function EmployeeChoice(props: {
  employee: string | undefined
  onEmployee: (id: string | undefined) => void
}) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data = [] } = useEmployees()
  return (
    <Select
      label={t('records.employee')}
      placeholder={t('records.everyone')}
      data={sortByName(data, language).map(({ id, name }) => ({ value: id, label: name }))}
      value={props.employee ?? null}
      onChange={(id) => props.onEmployee(id ?? undefined)}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && plain(option.label).includes(plain(search)))
      }
      limit={maxChoices}
      nothingFoundMessage={t('employees.noMatch')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('records.everyone') }}
    />
  )
}
