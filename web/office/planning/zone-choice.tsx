import { Select } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../shared/language.ts'
import { isZoneMeant, offsetText, zoneNames } from './zones.ts'

/** As many as a list shows at once; typing a city finds the others. */
const maxChoices = 60

/** One IANA time zone, found by its city. */
export function ZoneChoice(props: {
  zone: string | null
  error: ReactNode
  onZone: (zone: string | null) => void
}) {
  const { t } = useTranslation()
  const { locale } = useLanguage()
  const now = useMemo(() => new Date(), [])
  return (
    <Select
      label={t('sites.zone')}
      description={t('sites.zoneHint')}
      data={zoneNames()}
      value={props.zone}
      error={props.error}
      onChange={props.onZone}
      renderOption={({ option }) => (
        <span>
          <bdi>{option.value.replaceAll('_', ' ')}</bdi>{' '}
          <bdi>{offsetText(option.value, now, locale)}</bdi>
        </span>
      )}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && isZoneMeant(String(option.value), search))
      }
      limit={maxChoices}
      nothingFoundMessage={t('sites.noZone')}
      allowDeselect={false}
      searchable
    />
  )
}
