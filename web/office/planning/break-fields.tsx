import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './planning.module.css'
import type { PlannedBreak } from './schedule-draft.ts'

type Kind = 'unpaid' | 'deducted' | 'paid'

const kindOf = ({ paid, deductedAfterMinutes }: PlannedBreak): Kind =>
  paid ? 'paid' : deductedAfterMinutes === undefined ? 'unpaid' : 'deducted'

/** As the law of France has it: a break is due once six hours are worked. */
const usualDeductedAfter = 360

function withKind({ minutes, deductedAfterMinutes }: PlannedBreak, kind: string): PlannedBreak {
  if (kind === 'paid') return { minutes, paid: true }
  if (kind !== 'deducted') return { minutes, paid: false }
  return { minutes, paid: false, deductedAfterMinutes: deductedAfterMinutes ?? usualDeductedAfter }
}

/** The breaks that a shift allows for. */
export function BreakFields(props: {
  breaks: readonly PlannedBreak[]
  onBreaks: (breaks: readonly PlannedBreak[]) => void
}) {
  const { breaks, onBreaks } = props
  const { t } = useTranslation()
  const more = useRef<HTMLButtonElement>(null)
  const kinds = ['deducted', 'unpaid', 'paid'] as const
  return (
    <div>
      {breaks.map((pause, b) => {
        const put = (next: PlannedBreak) =>
          onBreaks(breaks.map((each, i) => (i === b ? next : each)))
        return (
          <div key={b} className={styles.row} role="group" aria-label={t('schedules.breaks')}>
            <NumberInput
              label={t('schedules.breakMinutes')}
              min={1}
              max={600}
              allowDecimal={false}
              value={pause.minutes}
              onChange={(minutes) => put({ ...pause, minutes: Number(minutes) })}
            />
            <NativeSelect
              label={t('schedules.breakKind')}
              value={kindOf(pause)}
              onChange={({ currentTarget: { value } }) => put(withKind(pause, value))}
              data={kinds.map((kind) => ({
                value: kind,
                label: t(`schedules.breakKinds.${kind}`),
              }))}
            />
            {pause.deductedAfterMinutes !== undefined && (
              <NumberInput
                label={t('schedules.deductedAfter')}
                min={0}
                max={24}
                step={0.5}
                decimalScale={2}
                value={pause.deductedAfterMinutes / 60}
                onChange={(hours) =>
                  put({ ...pause, deductedAfterMinutes: Math.round(Number(hours) * 60) })
                }
              />
            )}
            <Button
              variant="default"
              aria-label={t('schedules.removeBreak', { number: b + 1 })}
              onClick={() => {
                onBreaks(breaks.filter((_, i) => i !== b))
                more.current?.focus()
              }}
            >
              {t('leave.remove')}
            </Button>
          </div>
        )
      })}
      <Button
        ref={more}
        size="compact-sm"
        variant="default"
        mt="xs"
        onClick={() => onBreaks([...breaks, { minutes: 30, paid: false }])}
      >
        {t('schedules.addBreak')}
      </Button>
    </div>
  )
}
