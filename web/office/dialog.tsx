import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'

/** A question over the page. It holds the focus until it is closed, and gives it back. */
export function Dialog(props: {
  title: string
  size?: 'md' | 'lg'
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Modal.Root
      opened
      centered
      size={props.size ?? 'md'}
      onClose={props.onClose}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: the page has its header already. */}
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={t('act.close')} />
        </div>
        <Modal.Body>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
