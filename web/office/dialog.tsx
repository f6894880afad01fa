import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'

/** A question over the page. It holds the focus until it is closed, and gives it back. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      centered
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      classNames={{
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
      }}
    >
      {props.children}
    </Modal>
  )
}
