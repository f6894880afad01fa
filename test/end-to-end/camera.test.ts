import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import '../../scripts/ensure-web.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { drawnFace, filmOf } from './fake-camera.ts'
import { photoOf } from './people.ts'
import { startServer } from './server.ts'

let address = ''
let stop = async () => {
  // Nothing was started.
}

before(async () => {
  if (skip === false) ({ address, stop } = await startServer())
})

after(() => stop())

/** Opens the start page in a new browser, and gives it to `look`. */
async function atTheDoor(
  options: Parameters<typeof openBrowser>[0],
  url: string,
  look: (page: Awaited<ReturnType<typeof openPage>>) => Promise<void>,
) {
  const browser = await openBrowser({ locale: 'en-GB', ...options })
  try {
    await look(await openPage(browser.context, url))
  } finally {
    await browser.close()
  }
}

async function openPage(context: Awaited<ReturnType<typeof openBrowser>>['context'], url: string) {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test(
  'without a camera the page says so, and a photo from a file still clocks in',
  { skip },
  async () => {
    await atTheDoor({}, address, async (page) => {
      await page.locator('[aria-live=assertive]').filter({ hasText: 'No camera.' }).waitFor()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoOf('stranger') })
      await page.getByText('Face not recognised', { exact: true }).waitFor()
    })
  },
)

test('a camera that was refused is used as soon as it is allowed', { skip }, async () => {
  const film = await filmOf(await drawnFace())
  await atTheDoor({ film, answersForPerson: false }, address, async (page) => {
    await page.getByText('Camera not allowed', { exact: true }).waitFor()
    await page.context().grantPermissions(['camera'])
    await page.locator('video:visible').waitFor()
    assert.equal(await page.getByText('Camera not allowed', { exact: true }).count(), 0)
  })
})

test('an address that is not secure is named as the reason', { skip }, async () => {
  const film = await filmOf(await drawnFace())
  const insecure = address.replace('localhost', 'kiosk.test')
  await atTheDoor({ film }, insecure, async (page) => {
    await page.getByText('Address not secure', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Choose a photo' }).waitFor()
  })
})
