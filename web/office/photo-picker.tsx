import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CameraStage, useCamera } from '../shared/camera-stage.tsx'
import { CameraIcon, PhotoIcon } from '../shared/icons.tsx'
import { lighterPhoto, takePhoto } from '../shared/photo.ts'
import styles from './photo-picker.module.css'

/** Ways to give photos: dropped, chosen, or taken with the camera. */
export function PhotoPicker({ onPhotos }: { onPhotos: (photos: Blob[]) => void }) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const [isCameraOpen, setCameraOpen] = useState(false)
  const resetFiles = useRef<() => void>(null)

  async function take(files: readonly File[]) {
    const photos: Blob[] = []
    // One after the other: each is unpacked in memory while it is made lighter.
    for (const file of files) photos.push(await lighterPhoto(file))
    if (photos.length > 0) onPhotos(photos)
  }

  const dropping = {
    onDragOver(event: DragEvent) {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      void take([...event.dataTransfer.files])
    },
  }

  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('enrol.photos')}</legend>
      <Text size="sm" c="dimmed" mb="xs">
        {t('enrol.photosHint')}
      </Text>
      <div className={styles.drop} data-over={isOver} {...dropping}>
        <Text size="sm" className={styles.dropText}>
          {t('enrol.drop')}
        </Text>
        <Group gap="xs" justify="center">
          <FileButton
            multiple
            accept="image/*"
            resetRef={resetFiles}
            onChange={(files) => {
              void take(files)
              resetFiles.current?.()
            }}
            inputProps={{ 'aria-label': t('act.choosePhotos') }}
          >
            {({ onClick }) => (
              <Button variant="default" leftSection={<PhotoIcon />} onClick={onClick}>
                {t('act.choosePhotos')}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<CameraIcon />}
            aria-expanded={isCameraOpen}
            onClick={() => setCameraOpen(!isCameraOpen)}
          >
            {isCameraOpen ? t('enrol.closeCamera') : t('enrol.openCamera')}
          </Button>
        </Group>
      </div>
      {isCameraOpen && <CameraPicker onPhoto={(photo) => onPhotos([photo])} />}
    </fieldset>
  )
}

function CameraPicker({ onPhoto }: { onPhoto: (photo: Blob) => void }) {
  const { t } = useTranslation()
  const { camera, state } = useCamera()
  const video = useRef<HTMLVideoElement>(null)
  async function shoot() {
    if (video.current !== null) onPhoto(await takePhoto(video.current))
  }
  return (
    <Stack gap="sm" mt="md">
      <CameraStage state={state} video={video} onRetry={() => void camera.open()} />
      {state.status === 'live' && (
        <Button size="md" leftSection={<CameraIcon />} onClick={() => void shoot()}>
          {t('act.takePhoto')}
        </Button>
      )}
    </Stack>
  )
}
