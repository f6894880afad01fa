import type { BrowserContext, Page } from 'playwright-core'

// Runs in the browser, before any script of the page. The canvas is drawn again and again: a picture that
// never changes gives no frames.
const camera = `
  const canvas = document.createElement('canvas')
  canvas.width = 1280
  canvas.height = 720
  const pen = canvas.getContext('2d')
  let shown
  const draw = () => {
    pen.fillStyle = '#8a9499'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    if (shown === undefined) return
    const scale = Math.min(canvas.width / shown.width, canvas.height / shown.height)
    const [width, height] = [shown.width * scale, shown.height * scale]
    pen.drawImage(shown, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
  }
  draw()
  setInterval(draw, 50)
  // Pages that are not secure have none.
  if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20))
  window.holdBeforeCamera = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    shown = await createImageBitmap(new Blob([bytes]))
    // Until the stream has it.
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
`

/**
 * Gives the pages of a browser a camera that shows whatever a test holds before it: the browser's own fake
 * camera has one film from its start to its end.
 */
export async function installShownCamera(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: `{${camera}}` })
}

/** Holds a picture before the camera of a page. */
export async function holdBefore(page: Page, picture: Uint8Array): Promise<void> {
  const base64 = Buffer.from(picture).toString('base64')
  await page.evaluate(`window.holdBeforeCamera(${JSON.stringify(base64)})`)
}
