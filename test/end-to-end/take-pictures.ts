import { join } from 'node:path'
import '../../scripts/ensure-web.ts'
import { openBrowser } from './browser.ts'
import { drawnFace, filmOf } from './fake-camera.ts'
import { emptyPhoto } from './people.ts'
import { startServer } from './server.ts'

// Takes the pictures of the README anew: `node test/end-to-end/take-pictures.ts`. They show the pages as they
// are, with a drawn face before the camera, so that nobody's photo is published.

const folder = 'docs/images'
const face = await drawnFace()
const server = await startServer()
const browser = await openBrowser({
  film: await filmOf(face),
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
  reducedMotion: 'reduce',
  viewport: { width: 1120, height: 720 },
})
const page = await browser.context.newPage()

async function shoot(name: string) {
  // Pictures of the camera and of fonts come a moment after the page.
  await page.waitForTimeout(1000)
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** One that will do, and one that will not. */
const photos = [face, await emptyPhoto()].map((photo, index) => ({
  name: `photo-${index + 1}.png`,
  mimeType: 'image/png',
  buffer: Buffer.from(photo),
}))

await page.goto(`${server.address}/#/enrol`)
await page.getByRole('textbox', { name: 'Nom' }).fill('Camille Martin')
await page.getByRole('textbox', { name: 'Où le papier est gardé' }).fill('Armoire 2')
await page.locator('input[type=file]').setInputFiles(photos)
await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
await page.getByRole('heading', { name: /^Enregistrement réussi/ }).waitFor()
await shoot('enrol')

await page.goto(`${server.address}/#/sites`)
await page.getByRole('button', { name: 'Ajouter un site' }).click()
await page.getByRole('dialog').getByLabel('Nom').fill('Lyon')
await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
await page.goto(`${server.address}/#/kiosks`)
await page.getByRole('button', { name: 'Ajouter une borne' }).click()
await page.getByRole('dialog').getByLabel('Nom').fill('Entrée')
await page.getByRole('dialog').getByRole('button', { name: 'Ajouter une borne' }).click()
const code = await page.getByRole('dialog').locator('code').innerText()
await page.goto(`${server.address}/kiosk`)
await page.getByRole('textbox', { name: 'Code' }).fill(code)
await page.keyboard.press('Enter')
await page.locator('video:visible').waitFor()
await shoot('kiosk')
await page.getByRole('button', { name: 'Pointer', exact: true }).click()
await page.getByText('Arrivée enregistrée', { exact: true }).waitFor()
await shoot('clocked-in')

await page.goto(`${server.address}/#/`)
await page.getByRole('row').filter({ hasText: 'Camille Martin' }).waitFor()
await shoot('records')

await page.setViewportSize({ width: 390, height: 780 })
await page.emulateMedia({ colorScheme: 'dark' })
await page.goto(`${server.address}/kiosk`)
await page.getByRole('button', { name: 'العربية' }).click()
await page.locator('video:visible').waitFor()
await shoot('phone-arabic')

await browser.close()
await server.stop()
