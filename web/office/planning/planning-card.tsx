import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { AddIcon } from '../../shared/icons.tsx'
import card from '../card.module.css'
import type { Told } from '../told.ts'
import styles from './planning.module.css'

/** A page for planning: its name, the way to add to it, what was just done, and below what there is. */
export function PlanningCard(props: {
  title: string
  intro: string
  add: { label: string; onAdd: () => void }
  told: Told
  children: ReactNode
}) {
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h1 ref={props.told.title} tabIndex={-1} className={card.title}>
          {props.title}
        </h1>
        <Button leftSection={<AddIcon size={18} />} onClick={props.add.onAdd}>
          {props.add.label}
        </Button>
      </div>
      <p className={card.intro}>{props.intro}</p>
      <p className={styles.told} role="status">
        {props.told.text}
      </p>
      {props.children}
    </section>
  )
}

/** What stands in place of a list: that it could not be fetched, that it is on its way, or that it is empty. */
export function InsteadOfList(props: {
  error: Error | null
  isPending: boolean
  isEmpty: boolean
  none: string
  onRetry: () => void
}) {
  const { t } = useTranslation()
  if (props.error !== null) {
    return <FailureNotice failure={failureOf(props.error)} onRetry={props.onRetry} />
  }
  if (props.isPending) return <Text c="dimmed">{t('frame.loading')}</Text>
  return props.isEmpty ? <Text c="dimmed">{props.none}</Text> : null
}
