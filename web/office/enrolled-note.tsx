import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../shared/contract.ts'
import { CheckIcon } from '../shared/icons.tsx'
import card from './card.module.css'
import styles from './enrolled-note.module.css'
import { PhotoTray } from './photo-tray.tsx'
import { StrengthNote } from './strength-note.tsx'
import type { Tray } from './tray.ts'

/** It worked: who is enrolled, which photos were kept as templates and which not, and what to do next. */
export function EnrolledNote(props: {
  employee: Employee
  isNew: boolean
  tray: Tray
  replaced: number
  onRestart: (employee?: Employee) => void
}) {
  const { employee, isNew, tray, replaced, onRestart } = props
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])

  const accepted = tray.photos.filter(({ verdict }) => verdict?.outcome === 'accepted').length
  const refused = tray.photos.length - accepted
  return (
    <Stack gap="lg">
      <div className={styles.head}>
        <div className={styles.symbol}>
          <CheckIcon size={32} />
        </div>
        <div>
          <h1 ref={title} className={card.title} tabIndex={-1}>
            {t(isNew ? 'enrol.done' : 'enrol.added', { name: employee.name })}
          </h1>
          <p className={card.intro}>
            {t('count.accepted', { count: accepted })}
            {refused > 0 && ` · ${t('count.refused', { count: refused })}`}
            {` · ${t('count.templates', { count: employee.templates })}`}
            {replaced > 0 && ` · ${t('count.replaced', { count: replaced })}`}
          </p>
        </div>
      </div>
      <PhotoTray tray={tray} />
      <Text>{t('enrol.tryIt')}</Text>
      <StrengthNote employee={employee} />
      <Group gap="sm">
        <Button onClick={() => onRestart()}>{t('enrol.another')}</Button>
        <Button variant="default" onClick={() => onRestart(employee)}>
          {t('enrol.more')}
        </Button>
      </Group>
    </Stack>
  )
}
