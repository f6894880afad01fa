import type { ReactNode } from 'react'
import { AdviceIcon, FailureIcon } from './icons.tsx'
import styles from './notice.module.css'

const symbols = { advice: AdviceIcon, failure: FailureIcon } as const

/** Advice or a failure on a page; it interrupts a screen reader. */
export function Notice(props: { tone: keyof typeof symbols; title: string; children?: ReactNode }) {
  const Symbol = symbols[props.tone]
  return (
    <div role="alert" className={styles.notice} data-tone={props.tone}>
      <Symbol />
      <div className={styles.text}>
        <p className={styles.title}>{props.title}</p>
        {props.children}
      </div>
    </div>
  )
}
