import { Button, Loader } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './camera-stage.module.css'
import { createCamera, type Camera, type CameraState } from './camera.ts'
import { CameraOffIcon } from './icons.tsx'

/** The camera, switched on as long as the component is shown. */
export function useCamera(): { state: CameraState; camera: Camera } {
  const [camera] = useState(() =>
    createCamera({
      // Typed as always there, but absent on an insecure address.
      mediaDevices: navigator.mediaDevices as MediaDevices | undefined,
      permissions: navigator.permissions as Permissions | undefined,
      isSecureContext: window.isSecureContext,
    }),
  )
  useEffect(() => {
    void camera.open()
    return camera.close
  }, [camera])
  return { camera, state: useSyncExternalStore(camera.subscribe, camera.state) }
}

/** The camera's picture as a mirror with a place for the face; or why there is no picture and what to do. */
export function CameraStage(props: {
  state: CameraState
  video: RefObject<HTMLVideoElement | null>
  onRetry: () => void
  /** Holds the picture still while its photo is looked at. */
  still?: boolean
  /** What to do without a camera; choosing a photo unless told. */
  instead?: string
  /** Laid over the picture. */
  children?: ReactNode
}) {
  const { state, video, still = false } = props
  const { t } = useTranslation()
  const stream = state.status === 'live' ? state.stream : null

  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream, video])

  useEffect(() => {
    if (stream === null || video.current === null) return
    if (still) video.current.pause()
    // Rejects when the stream changes meanwhile; the new one starts by itself (autoplay).
    else video.current.play().catch(() => undefined)
  }, [still, stream, video])

  return (
    <div className={styles.stage}>
      <video
        ref={video}
        className={styles.video}
        hidden={stream === null}
        aria-label={t('clock.video')}
        autoPlay
        muted
        playsInline
      />
      {stream === null ? (
        <NoPicture state={state} onRetry={props.onRetry} instead={props.instead} />
      ) : (
        <FaceGuide />
      )}
      {props.children}
    </div>
  )
}

function NoPicture(props: {
  state: CameraState
  onRetry: () => void
  instead: string | undefined
}) {
  const { state, onRetry } = props
  const { t } = useTranslation()
  const isAsking = state.status !== 'unavailable'
  const what = state.status === 'unavailable' ? state.problem : 'asking'
  const canRetry = what === 'denied' || what === 'in-use' || what === 'none'
  return (
    <div className={styles.noPicture}>
      {isAsking ? <Loader color="gray.4" /> : <CameraOffIcon size={48} />}
      <p className={styles.title}>{t(`camera.${what}.title`)}</p>
      <p>{t(`camera.${what}.advice`)}</p>
      {!isAsking && <p>{props.instead ?? t('camera.photoInstead')}</p>}
      {canRetry && (
        <Button variant="white" color="dark" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      )}
    </div>
  )
}

/** Darkens all but an oval in the middle, about as wide as a face at arm's length. */
function FaceGuide() {
  return (
    <svg
      className={styles.guide}
      viewBox="0 0 100 100"
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      <path
        className={styles.shade}
        fillRule="evenodd"
        d="M-200-200h500v500h-500zM50 11a29 38 0 1 1 0 76a29 38 0 1 1 0-76z"
      />
      <ellipse className={styles.oval} cx="50" cy="49" rx="29" ry="38" />
    </svg>
  )
}
