import decodeQr from 'qr/decode.js'
import { isBadge } from './scanner.ts'

/** How often a picture is looked at, in milliseconds: a code held still is seen at once. */
const everyMs = 250
/** Longer side of what is looked at, in pixels: enough for a badge at arm's length, in some 20 ms. */
const sidePx = 640

/** Looks for a badge in what the camera shows until one is found; gives what stops that. */
export function watchForBadge(
  video: () => HTMLVideoElement | null,
  onBadge: (badge: string) => void,
): () => void {
  const canvas = document.createElement('canvas')
  const timer = setInterval(() => {
    const picture = pictureOf(video(), canvas)
    const text = picture && textIn(picture)
    if (text === undefined || !isBadge(text)) return
    clearInterval(timer)
    onBadge(text)
  }, everyMs)
  return () => clearInterval(timer)
}

function pictureOf(video: HTMLVideoElement | null, canvas: HTMLCanvasElement) {
  if (video === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
  const scale = Math.min(1, sidePx / Math.max(video.videoWidth, video.videoHeight))
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}

/** What a code in the picture says; undefined when there is none that can be read. */
export function textIn(picture: {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}): string | undefined {
  try {
    return decodeQr(picture as Parameters<typeof decodeQr>[0])
  } catch {
    // The decoder throws where there is no code, which is most of the time.
    return undefined
  }
}
