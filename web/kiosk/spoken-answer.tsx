import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CameraState } from '../shared/camera.ts'
import { useTimes } from '../shared/times.ts'
import { answerText, spokenAnswer } from './answer-text.ts'
import type { Kiosk } from './machine.ts'

/** What a screen reader says by itself: a problem of the camera, that something is under way, the answer. */
export function SpokenAnswer({ kiosk, camera }: { kiosk: Kiosk; camera: CameraState }) {
  const { t } = useTranslation()
  const { time } = useTimes()
  let text = ''
  if (kiosk.step === 'sending' || kiosk.step === 'contesting') text = t('clock.sending')
  else if (kiosk.step === 'told') text = spokenAnswer(answerText(kiosk.answer, t, time), t)
  else if (camera.status === 'unavailable') {
    const { problem } = camera
    text = `${t(`camera.${problem}.title`)}. ${t(`camera.${problem}.advice`)}`
  }
  return (
    <VisuallyHidden role="status" aria-live="assertive" aria-atomic="true">
      {text}
    </VisuallyHidden>
  )
}
