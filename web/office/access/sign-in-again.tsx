import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from '../dialog.module.css'
import { SignInForm } from './sign-in-form.tsx'

/** Over a page whose session ended: it cannot be closed, and what was typed below is not lost. */
export function SignInAgain({ name }: { name: string }) {
  const { t } = useTranslation()
  return (
    <Modal.Root
      opened
      centered
      onClose={() => undefined /* There is nothing to go back to. */}
      closeOnEscape={false}
      closeOnClickOutside={false}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.75} blur={6} />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{t('signIn.again')}</Modal.Title>
        </div>
        <Modal.Body>
          <Text mb="md">{t('signIn.againIntro')}</Text>
          <SignInForm name={name} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
