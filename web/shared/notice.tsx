import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { AdviceIcon, CheckIcon, FailureIcon } from './icons.tsx'

const tones = {
  success: { color: 'petrol', Symbol: CheckIcon },
  advice: { color: 'orange', Symbol: AdviceIcon },
  failure: { color: 'red', Symbol: FailureIcon },
} as const

/** A message on a page. A failure or advice interrupts a screen reader, a success waits for its turn. */
export function Notice(props: {
  tone: keyof typeof tones
  title: string
  children?: ReactNode
  quiet?: boolean
}) {
  const { color, Symbol } = tones[props.tone]
  const role = props.tone === 'success' ? 'status' : 'alert'
  return (
    <Alert
      color={color}
      title={props.title}
      icon={<Symbol />}
      role={props.quiet === true ? 'none' : role}
    >
      {props.children}
    </Alert>
  )
}
