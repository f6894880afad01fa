import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'

/** A length in hours, to the quarter by the arrow keys, kept in minutes; undefined when nothing is typed. */
export function HoursInput(props: {
  label: ReactNode
  description?: ReactNode
  max: number
  minutes: number | undefined
  onMinutes: (minutes: number | undefined) => void
}) {
  const { label, description, max, minutes, onMinutes } = props
  return (
    <NumberInput
      label={label}
      description={description}
      min={0}
      max={max}
      step={0.25}
      decimalScale={2}
      value={minutes === undefined ? '' : minutes / 60}
      onChange={(hours) => onMinutes(hours === '' ? undefined : Math.round(Number(hours) * 60))}
    />
  )
}
