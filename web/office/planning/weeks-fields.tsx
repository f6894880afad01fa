import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AddIcon } from '../../shared/icons.tsx'
import type { WeekDraft } from './schedule-draft.ts'
import { WeekFields } from './week-fields.tsx'

/** The weeks of a rotation, one or several that follow each other. */
export function WeeksFields(props: {
  weeks: readonly WeekDraft[]
  onWeeks: (weeks: readonly WeekDraft[]) => void
  onRemoved: () => void
}) {
  const { weeks, onWeeks, onRemoved } = props
  const { t } = useTranslation()
  return (
    <>
      {weeks.length > 1 && <Text>{t('schedules.rotation')}</Text>}
      {weeks.map((week, w) => (
        <WeekFields
          key={w}
          week={week}
          number={w + 1}
          isAlone={weeks.length === 1}
          onWeek={(next) => onWeeks(weeks.map((each, i) => (i === w ? next : each)))}
          onRemove={() => {
            onWeeks(weeks.filter((_, i) => i !== w))
            onRemoved()
          }}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<AddIcon size={18} />}
          onClick={() => onWeeks([...weeks, weeks.at(-1) ?? []])}
        >
          {t('schedules.addWeek')}
        </Button>
      </div>
    </>
  )
}
