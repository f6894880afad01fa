import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './pin-panel.module.css'

/** Digits of a PIN; the server makes no other. */
export const pinLength = 8

type Field = 'number' | 'pin'

/** Number and PIN, by keyboard or by touch, where the keys are large and the same in every language. */
export function PinPanel(props: {
  onEntered: (entered: { number: string; pin: string }) => void
  onClosed: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<Record<Field, string>>({ number: '', pin: '' })
  const [field, setField] = useState<Field>('number')
  const pinInput = useRef<HTMLInputElement>(null)
  const isWhole = typed.number.trim() !== '' && typed.pin.length === pinLength

  const change = (which: Field, value: string) => setTyped((all) => ({ ...all, [which]: value }))
  const press = (digit: string) => change(field, typed[field] + digit)

  return (
    <form
      className={styles.panel}
      aria-label={t('kiosk.pin.title')}
      autoComplete="off"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClosed()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.pin === '') pinInput.current?.focus()
        else if (isWhole) props.onEntered(typed)
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        size="lg"
        label={t('kiosk.pin.number')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        dir="ltr"
        value={typed.number}
        onFocus={() => setField('number')}
        onChange={(event) => change('number', event.currentTarget.value)}
      />
      <TextInput
        ref={pinInput}
        type="password"
        size="lg"
        label={t('kiosk.pin.pin')}
        description={t('kiosk.pin.hint', { count: pinLength })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={pinLength}
        dir="ltr"
        value={typed.pin}
        onFocus={() => setField('pin')}
        onChange={(event) => change('pin', event.currentTarget.value)}
      />
      <div className={styles.keys} dir="ltr" role="group" aria-label={t('kiosk.pin.keys')}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <Button key={digit} variant="default" size="lg" onClick={() => press(digit)}>
            {digit}
          </Button>
        ))}
        <Button
          variant="default"
          size="lg"
          onClick={() => change(field, typed[field].slice(0, -1))}
        >
          <span aria-hidden="true">⌫</span>
          <span className={styles.hidden}>{t('kiosk.pin.back')}</span>
        </Button>
        <Button variant="default" size="lg" onClick={() => press('0')}>
          0
        </Button>
        <Button
          variant="default"
          size="lg"
          onClick={() => {
            pinInput.current?.focus()
          }}
        >
          <span aria-hidden="true">⇥</span>
          <span className={styles.hidden}>{t('kiosk.pin.toPin')}</span>
        </Button>
      </div>
      <div className={styles.actions}>
        <Button type="submit" size="lg" aria-disabled={!isWhole}>
          {t('clock.button')}
        </Button>
        <Button variant="subtle" size="lg" onClick={props.onClosed}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  )
}
