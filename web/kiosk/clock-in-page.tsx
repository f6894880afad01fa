import { Button, FileButton, Loader, VisuallyHidden } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraStage, useCamera } from '../shared/camera-stage.tsx'
import type { Client } from '../shared/client.ts'
import { ClockIcon, PhotoIcon } from '../shared/icons.tsx'
import { takePhoto } from '../shared/photo.ts'
import { useNow, useTimes } from '../shared/times.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { createClockIn } from './answer.ts'
import styles from './clock-in-page.module.css'
import { createKiosk } from './kiosk.ts'
import type { Answer, Kiosk, Shown } from './machine.ts'
import { SpokenAnswer } from './spoken-answer.tsx'

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

/** Signed in, one clocks in by a photo alone, and takes nothing back here. */
const facesOf = ({ clockIn }: Client) => ({
  clockIn: (shown: Shown, key: string) => clockIn(shown.photo ?? new Blob(), key),
})
const notHere = async (): Promise<Answer> => ({ outcome: 'too-late' })

/** The start page: stand in front of it, press, and read who you are and what was recorded. */
export function ClockInPage({ client }: { client: Client }) {
  const { t } = useTranslation()
  const [runner] = useState(() =>
    createKiosk({ clockIn: createClockIn(facesOf(client)), contest: notHere, after }),
  )
  const kiosk = useSyncExternalStore(runner.subscribe, runner.state)
  const { camera, state: cameraState } = useCamera()
  const video = useRef<HTMLVideoElement>(null)
  const resetFile = useRef<() => void>(null)

  const send = (photo: Blob) => runner.happen({ type: 'shown', shown: { by: 'face', photo } })

  const noCamera = cameraState.status === 'unavailable'
  const canPress =
    kiosk.step === 'told' || (kiosk.step === 'ready' && cameraState.status === 'live')

  async function press() {
    if (kiosk.step === 'told') {
      runner.happen({ type: kiosk.shown === undefined ? 'dismissed' : 'retried' })
    } else if (canPress && video.current !== null) {
      send(await takePhoto(video.current))
    }
  }
  useKeys({
    press: () => void press(),
    dismiss: () => runner.happen({ type: 'dismissed' }),
  })

  return (
    <div className={styles.page}>
      <VisuallyHidden component="h1">{t('pages.clock')}</VisuallyHidden>
      <WallClock />
      <div className={styles.stage}>
        <CameraStage
          state={cameraState}
          video={video}
          still={kiosk.step === 'sending'}
          onRetry={() => void camera.open()}
        >
          {kiosk.step === 'told' && <AnswerPanel answer={kiosk.answer} key={kiosk.attempt} />}
        </CameraStage>
      </div>
      {!noCamera && (
        <p className={styles.guide} data-step={kiosk.step}>
          {t('clock.guide')}
        </p>
      )}
      <div className={styles.actions}>
        <Button
          hidden={noCamera && kiosk.step === 'ready'}
          className={styles.press}
          size="xl"
          aria-disabled={!canPress}
          leftSection={
            kiosk.step === 'sending' ? <Loader size={24} color="white" /> : <ClockIcon />
          }
          onClick={() => void press()}
        >
          {pressLabel(kiosk, t)}
        </Button>
        <FileButton
          accept="image/*"
          resetRef={resetFile}
          onChange={(file) => {
            if (file !== null) send(file)
            resetFile.current?.()
          }}
          inputProps={{ 'aria-label': t('act.choosePhoto') }}
        >
          {({ onClick }) => (
            <Button
              variant={noCamera && kiosk.step === 'ready' ? 'filled' : 'subtle'}
              size={noCamera ? 'xl' : 'md'}
              leftSection={<PhotoIcon />}
              onClick={onClick}
            >
              {t('act.choosePhoto')}
            </Button>
          )}
        </FileButton>
      </div>
      {!noCamera && <p className={styles.keys}>{t('clock.keys')}</p>}
      <SpokenAnswer kiosk={kiosk} camera={cameraState} />
    </div>
  )
}

function pressLabel(kiosk: Kiosk, t: TFunction): string {
  switch (kiosk.step) {
    case 'ready':
      return t('clock.button')
    case 'sending':
    case 'contesting':
      return t('clock.sending')
    case 'told':
      return 'kind' in kiosk.answer ? t('clock.next') : t('act.retry')
  }
}

/** Enter and Space press the large button wherever the focus is, except on something that takes them itself. */
function useKeys({ press, dismiss }: { press: () => void; dismiss: () => void }) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') dismiss()
    const isElsewhere =
      event.target instanceof Element &&
      event.target.closest('a, button, input, select, textarea, [role="button"]') !== null
    if (isElsewhere || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    press()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function WallClock() {
  const now = useNow(1000)
  const { time, day } = useTimes()
  return (
    <p className={styles.clock}>
      <time className={styles.time} dateTime={now.toISOString()}>
        {time(now)}
      </time>
      <span className={styles.day}>{day(now)}</span>
    </p>
  )
}
