import { Button, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OvertimeBand } from '../../shared/contract.ts'
import { useLanguage } from '../../shared/language.ts'
import { BandRow } from './band-row.tsx'
import styles from './planning.module.css'
import { useOvertimePresets } from './queries.ts'

/** The legal week of France: a number to begin with. */
const usualAfter = 35 * 60

/** Overtime by rates, with what laws have to begin from. */
export function BandFields(props: {
  bands: readonly OvertimeBand[]
  onBands: (bands: readonly OvertimeBand[]) => void
}) {
  const { bands, onBands } = props
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { data: presets = [] } = useOvertimePresets()
  const more = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles.bands}>
      <Text size="sm" c="dimmed">
        {t('schedules.overtime.ratesHint')}
      </Text>
      {bands.map((band, b) => (
        <BandRow
          key={b}
          band={band}
          number={b + 1}
          onBand={(next) => onBands(bands.map((each, i) => (i === b ? next : each)))}
          onRemove={() => {
            onBands(bands.filter((_, i) => i !== b))
            more.current?.focus()
          }}
        />
      ))}
      <div className={styles.acts}>
        <Button
          ref={more}
          size="compact-sm"
          variant="default"
          onClick={() => onBands([...bands, { label: '25 %', per: 'week', after: usualAfter }])}
        >
          {t('schedules.overtime.add')}
        </Button>
        {presets.map(({ id, name, bands: preset }) => (
          <Button key={id} size="compact-sm" variant="default" onClick={() => onBands(preset)}>
            {t('schedules.overtime.preset', { country: name[language] })}
          </Button>
        ))}
      </div>
    </div>
  )
}
