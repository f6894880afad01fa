import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../shared/failure-text.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { Notice } from '../shared/notice.tsx'
import type { Device } from './device-key.ts'
import { LanguageButtons } from './language-buttons.tsx'
import styles from './door-page.module.css'

/** The one time that somebody of the office stands here: they type the code, and the device is a kiosk. */
export function PairingPage(props: {
  /** Makes a key and pairs it; throws a FailureError. */
  pair: (code: string) => Promise<Device>
  onPaired: (device: Device) => void
  /** It was a kiosk before, and is none any more. */
  wasUnpaired: boolean
}) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [isSending, setIsSending] = useState(false)
  const isSecure = window.isSecureContext

  async function send() {
    if (isSending || code.trim() === '') return
    setIsSending(true)
    try {
      props.onPaired(await props.pair(code))
    } catch (error) {
      setFailure(failureOf(error))
      setIsSending(false)
    }
  }

  return (
    <main className={styles.pairing}>
      <h1>{t('kiosk.pairing.title')}</h1>
      {props.wasUnpaired && <Notice tone="advice" title={t('kiosk.pairing.again')} />}
      {!isSecure && <Notice tone="failure" title={t('camera.insecure.title')} />}
      <p>{t('kiosk.pairing.text')}</p>
      <form
        className={styles.pairingForm}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextInput
          size="xl"
          label={t('kiosk.pairing.code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          dir="ltr"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="xl" aria-disabled={isSending || code.trim() === ''}>
          {t('kiosk.pairing.pair')}
        </Button>
      </form>
      {failure && (
        <Notice tone="failure" title={failureText(failure, t).title}>
          <p>{failureText(failure, t).advice}</p>
        </Notice>
      )}
      <LanguageButtons />
    </main>
  )
}
