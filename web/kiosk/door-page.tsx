import { Button, Loader, VisuallyHidden } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraStage } from '../shared/camera-stage.tsx'
import { ClockIcon } from '../shared/icons.tsx'
import { Notice } from '../shared/notice.tsx'
import { takePhoto } from '../shared/photo.ts'
import { useNow, useTimes } from '../shared/times.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { createClockIn, createContest } from './answer.ts'
import { watchForBadge } from './badge-reader.ts'
import type { KioskClient } from './client.ts'
import { useDoorCamera } from './door-camera.ts'
import styles from './door-page.module.css'
import { cameraWord } from './heartbeat.ts'
import { useIdleReset } from './idle.ts'
import { createKiosk } from './kiosk.ts'
import { useDoorKeys } from './keys.ts'
import { LanguageButtons } from './language-buttons.tsx'
import { contestableIn, type Kiosk, type Shown } from './machine.ts'
import { PinPanel } from './pin-panel.tsx'
import { SpokenAnswer } from './spoken-answer.tsx'
import { useStanding } from './use-standing.ts'

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

export type DoorProps = {
  readonly client: KioskClient
  readonly version: string
  /** The language to return to when nobody stands there. */
  readonly language: string
  readonly onUnpaired: () => void
}

/** What people see at the door: clock in by face, by number and PIN, or by badge, and read what was recorded. */
export function DoorPage({ client, version, language, onUnpaired }: DoorProps) {
  const { t, i18n } = useTranslation()
  const [runner] = useState(() =>
    createKiosk({ clockIn: createClockIn(client), contest: createContest(client), after }),
  )
  const kiosk = useSyncExternalStore(runner.subscribe, runner.state)
  const [panel, setPanel] = useState<'pin' | 'badge'>()
  // Until the server has said how people clock in here, nobody's face is looked at.
  const [wantsCamera, setWantsCamera] = useState(false)
  const { camera, state: cameraState } = useDoorCamera(wantsCamera)
  const standing = useStanding(client, version, wantsCamera ? cameraWord(cameraState) : 'off')
  const video = useRef<HTMLVideoElement>(null)
  const self = 'self' in standing ? standing.self : undefined
  const takesFaces = self !== undefined && self.mode !== 'no-face'
  const takesFaceAlone = self?.mode === 'face' || self?.mode === 'face-or-pin'
  useEffect(() => setWantsCamera(takesFaces || panel === 'badge'), [takesFaces, panel])
  useEffect(() => {
    if (standing.state === 'unpaired') onUnpaired()
  }, [standing.state, onUnpaired])

  const isLive = cameraState.status === 'live'
  const canPress =
    kiosk.step === 'told' || (kiosk.step === 'ready' && takesFaceAlone && isLive && !panel)

  const show = (shown: Shown) => {
    setPanel(undefined)
    runner.happen({ type: 'shown', shown })
  }
  async function showWithFace(shown: Exclude<Shown, { by: 'face' }>) {
    const isAsked = self?.mode === 'badge-and-face' && shown.by === 'badge'
    const photo = isAsked && isLive && video.current && (await takePhoto(video.current))
    show(photo ? { ...shown, photo } : shown)
  }
  const showBadge = (badge: string) => void showWithFace({ by: 'badge', badge })

  async function press() {
    if (kiosk.step === 'told') {
      runner.happen({ type: kiosk.shown === undefined ? 'dismissed' : 'retried' })
    } else if (canPress && video.current !== null) {
      show({ by: 'face', photo: await takePhoto(video.current) })
    }
  }
  const dismiss = () => {
    setPanel(undefined)
    runner.happen({ type: 'dismissed' })
  }
  useDoorKeys({ press: () => void press(), dismiss, badge: showBadge })
  useIdleReset(() => {
    setPanel(undefined)
    void i18n.changeLanguage(language)
  })
  const looksForBadge =
    kiosk.step === 'ready' && isLive && (panel === 'badge' || self?.mode === 'badge-and-face')
  const onBadge = useEffectEvent(showBadge)
  useEffect(() => {
    if (!looksForBadge) return
    return watchForBadge(
      () => video.current,
      (badge) => onBadge(badge),
    )
  }, [looksForBadge])

  return (
    <main className={styles.page}>
      <VisuallyHidden component="h1">{t('pages.clock')}</VisuallyHidden>
      <header className={styles.head}>
        <WallClock />
        <p className={styles.place} data-state={standing.state}>
          {self ? `${self.site.name} · ${self.name}` : t('frame.loading')}
        </p>
      </header>
      {standing.state === 'away' && <Notice tone="failure" title={t('kiosk.away')} />}
      <div className={styles.middle}>
        {wantsCamera && panel !== 'pin' && (
          <div className={styles.stage}>
            <CameraStage
              state={cameraState}
              video={video}
              still={kiosk.step === 'sending'}
              onRetry={() => void camera.open()}
              instead={t('kiosk.instead')}
            >
              {kiosk.step === 'told' && <AnswerPanel answer={kiosk.answer} key={kiosk.attempt} />}
            </CameraStage>
          </div>
        )}
        {(!wantsCamera || panel === 'pin') && kiosk.step === 'told' && (
          <div className={styles.stage}>
            <div className={styles.plainStage}>
              <AnswerPanel answer={kiosk.answer} key={kiosk.attempt} />
            </div>
          </div>
        )}
        {panel === 'pin' && kiosk.step === 'ready' && (
          <PinPanel
            onEntered={(entered) => void showWithFace({ by: 'pin', ...entered })}
            onClosed={() => setPanel(undefined)}
          />
        )}
      </div>
      <p className={styles.guide} data-step={kiosk.step} hidden={panel === 'pin'}>
        {panel === 'badge' || self?.mode === 'badge-and-face'
          ? t('kiosk.badge.guide')
          : takesFaceAlone
            ? t('clock.guide')
            : t('kiosk.noFace')}
      </p>
      <div className={styles.actions}>
        {(takesFaceAlone || kiosk.step !== 'ready') && panel !== 'pin' && (
          <Button
            className={styles.press}
            size="xl"
            aria-disabled={!canPress}
            leftSection={
              kiosk.step === 'ready' || kiosk.step === 'told' ? (
                <ClockIcon />
              ) : (
                <Loader size={24} color="white" />
              )
            }
            onClick={() => void press()}
          >
            {pressLabel(kiosk, t)}
          </Button>
        )}
        {kiosk.step === 'told' && contestableIn(kiosk.answer) !== undefined && (
          <Button size="lg" variant="default" onClick={() => runner.happen({ type: 'contested' })}>
            {t('kiosk.notMe')}
          </Button>
        )}
        {kiosk.step === 'ready' && panel === undefined && (
          <div className={styles.others}>
            <Button size="lg" variant="default" onClick={() => setPanel('pin')}>
              {t('kiosk.pin.open')}
            </Button>
            <Button size="lg" variant="default" onClick={() => setPanel('badge')}>
              {t('kiosk.badge.open')}
            </Button>
          </div>
        )}
        {kiosk.step === 'ready' && panel === 'badge' && (
          <Button size="lg" variant="subtle" onClick={() => setPanel(undefined)}>
            {t('act.cancel')}
          </Button>
        )}
      </div>
      <LanguageButtons />
      <SpokenAnswer kiosk={kiosk} camera={cameraState} />
    </main>
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
      return kiosk.shown === undefined ? t('clock.next') : t('act.retry')
  }
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
