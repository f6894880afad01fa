import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useRef, useState, type Dispatch, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../shared/contract.ts'
import { FailureNotice } from '../shared/failure-notice.tsx'
import { failureOf } from '../shared/failure.ts'
import { Notice } from '../shared/notice.tsx'
import card from './card.module.css'
import { consentText, emptyConsent } from './consent-draft.ts'
import { ConsentField } from './consent-field.tsx'
import { nameFault } from './name.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { PhotoTray } from './photo-tray.tsx'
import { type Subject, useNotice } from './queries.ts'
import { sendable, type Tray, type TrayEvent } from './tray.ts'

export function EnrolForm(props: {
  employee: Employee | undefined
  tray: Tray
  change: Dispatch<TrayEvent>
  /** How much has been sent, 0 to 1; undefined when nothing is under way. */
  progress: number | undefined
  error: Error | null
  onSend: (subject: Subject, twins: boolean, consent: string | undefined) => void
  onCancel: (() => void) | undefined
}) {
  const { employee, tray, change, progress, onSend } = props
  const { t, i18n } = useTranslation()
  const version = useNotice().data?.version
  const [agreement, setAgreement] = useState(emptyConsent)
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)
  const fault = employee === undefined ? nameFault(name) : undefined
  const photosMissing = sendable(tray).length === 0
  const isSending = progress !== undefined
  // Of somebody who is there, what they said before stands, unless the server does not know of it.
  const needsConsent = employee === undefined || isWithoutConsent(props.error)
  const consent = needsConsent ? consentText(agreement, version, i18n.language) : undefined
  const consentMissing = needsConsent && consent === undefined

  function send(twins: boolean) {
    if (isSending) return
    setTried(true)
    if (fault !== undefined) nameInput.current?.focus()
    else if (!photosMissing && !consentMissing) {
      onSend(employee === undefined ? { name: name.trim() } : { employee }, twins, consent)
    }
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    send(false)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div>
          <h1 className={card.title} tabIndex={-1}>
            {employee === undefined
              ? t('enrol.title')
              : t('enrol.addTitle', { name: employee.name })}
          </h1>
          <p className={card.intro}>{t('enrol.intro')}</p>
        </div>
        {employee === undefined && (
          <TextInput
            ref={nameInput}
            label={t('enrol.name')}
            description={t('enrol.nameHint')}
            error={isTried && fault !== undefined && t(`enrol.${fault}`)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
            required
            size="md"
            dir="auto"
          />
        )}
        {needsConsent && (
          <ConsentField
            draft={agreement}
            onChange={setAgreement}
            version={version}
            isMissing={isTried && consentMissing}
          />
        )}
        <div>
          <PhotoPicker onPhotos={(photos) => change({ type: 'added', photos })} />
          <PhotoTray tray={tray} onRemove={(number) => change({ type: 'removed', number })} />
        </div>
        {tray.isOverfull && <Notice tone="advice" title={t('enrol.tooMany')} />}
        {isTried && photosMissing && <Notice tone="advice" title={t('enrol.photosMissing')} />}
        {props.error !== null && !isSending && (
          <Refusal error={props.error} onTwins={() => send(true)} />
        )}
        {isSending && <Sending progress={progress} />}
        <Group>
          <Button type="submit" size="md" aria-disabled={isSending}>
            {employee === undefined ? t('enrol.send') : t('enrol.add')}
          </Button>
          {props.onCancel && (
            <Button variant="default" size="md" onClick={props.onCancel}>
              {t('act.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

/** The server knows of no consent of theirs that stands. */
function isWithoutConsent(error: Error | null): boolean {
  const failure = error && failureOf(error)
  return failure?.kind === 'problem' && failure.problem.code === 'consent-missing'
}

/** What the server had against all of it; what it had against each photo stands beside the photo. */
function Refusal({ error, onTwins }: { error: Error; onTwins: () => void }) {
  const { t } = useTranslation()
  const failure = failureOf(error)
  const code = failure.kind === 'problem' ? failure.problem.code : undefined
  if (code === 'no-photo-accepted') {
    return <Notice tone="advice" title={t('enrol.noneAccepted')} />
  }
  if (code === 'already-enrolled') {
    return (
      <Notice tone="advice" title={t('enrol.alreadyEnrolled')}>
        <Text size="sm">{t('enrol.alreadyEnrolledText')}</Text>
        <Button size="xs" variant="default" onClick={onTwins}>
          {t('enrol.twins')}
        </Button>
      </Notice>
    )
  }
  return <FailureNotice failure={failure} />
}

function Sending({ progress }: { progress: number }) {
  const { t } = useTranslation()
  const text = progress < 1 ? t('enrol.sending') : t('enrol.looking')
  return (
    <Stack gap="xs">
      <Progress value={progress * 100} animated={progress === 1} aria-label={text} />
      <Text role="status" size="sm">
        {text}
      </Text>
    </Stack>
  )
}
