import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhotoIcon } from '../shared/icons.tsx'
import { readPicture } from '../shared/photo.ts'
import styles from './thumbnail.module.css'

/** Side of the drawing in pixels: sharp on a screen of two pixels per point. */
const sidePx = 320

/** A small square of a photo, drawn and not linked: nothing of it remains when the page forgets it. */
export function Thumbnail({ photo, label }: { photo: Blob; label: string }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isUnreadable, setUnreadable] = useState(false)

  useEffect(() => {
    let isGone = false
    async function draw() {
      const picture = await readPicture(photo)
      if (isGone) return
      setUnreadable(picture === undefined)
      const side = Math.min(picture?.width ?? 0, picture?.height ?? 0)
      const context = canvas.current?.getContext('2d')
      if (picture === undefined || !context) return
      const left = (picture.width - side) / 2
      // Faces are rather in the upper part of a tall photo.
      const top = (picture.height - side) / 3
      context.drawImage(picture, left, top, side, side, 0, 0, sidePx, sidePx)
      picture.close()
    }
    void draw()
    return () => {
      isGone = true
    }
  }, [photo])

  return (
    <>
      <canvas
        ref={canvas}
        className={styles.picture}
        width={sidePx}
        height={sidePx}
        role="img"
        aria-label={label}
      />
      {isUnreadable && (
        <div className={styles.none}>
          <PhotoIcon size={28} />
          {t('enrol.noPreview')}
        </div>
      )}
    </>
  )
}
