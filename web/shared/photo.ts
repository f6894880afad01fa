/** Largest photo that the server takes, in bytes. */
export const maxPhotoBytes = 10 * 1024 * 1024
/** Most photos that the server takes at once. */
export const maxPhotos = 20

/** Photos above this many bytes are made smaller before they are sent: twenty of them then fit in one form. */
const heavyBytes = 3 * 1024 * 1024
/** Longer side of a photo that was made smaller, in pixels: a face in it stays far above what is needed. */
const lighterSidePx = 3000
/** Quality of a JPEG made here: no visible loss, about 200 kB at 1280x720. */
const jpegQuality = 0.92

/**
 * Takes what the camera shows as a JPEG, in the camera's full resolution and not mirrored. It exists in
 * memory only. A camera that was just switched on is waited for until it has its first picture.
 */
export async function takePhoto(video: HTMLVideoElement): Promise<Blob> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }))
  }
  return drawnPhoto(video, video.videoWidth, video.videoHeight)
}

/** What some browsers can read and the server cannot. */
const isHeic = (photo: Blob): boolean =>
  /^image\/hei[cf]/.test(photo.type) || (photo instanceof File && /\.hei[cf]$/i.test(photo.name))

/**
 * The photo as it is worth sending: a heavy one in fewer pixels, upright, without its metadata, and an HEIC as a
 * JPEG. One that is light already, or that this browser cannot read, stays as it is.
 */
export async function lighterPhoto(photo: Blob): Promise<Blob> {
  const isFine = photo.size <= heavyBytes && !isHeic(photo)
  if (isFine || photo.type === 'image/gif') return photo
  const picture = await readPicture(photo)
  if (picture === undefined) return photo
  const scale = Math.min(1, lighterSidePx / Math.max(picture.width, picture.height))
  const lighter = await drawnPhoto(
    picture,
    Math.round(picture.width * scale),
    Math.round(picture.height * scale),
  )
  picture.close()
  return lighter
}

/** The pixels of a photo, upright; undefined when this browser cannot read it. */
export async function readPicture(photo: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(photo)
  } catch (error) {
    // What the browser cannot read the server may: it takes more formats.
    if (error instanceof DOMException) return undefined
    throw error
  }
}

async function drawnPhoto(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser gives no 2D canvas')
  context.drawImage(source, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })
}
