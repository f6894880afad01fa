import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { asAdmin } from '../admin.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { drawnFace, filmOf } from './fake-camera.ts'
import { startServer } from './server.ts'

let address = ''
let stop = async () => {
  // Nothing was started.
}

before(async () => {
  if (skip === false) ({ address, stop } = await startServer())
})

after(() => stop())

/** Opens the kiosk in a new browser, and gives it to `look`. */
async function atTheDoor(
  options: Parameters<typeof openBrowser>[0],
  url: string,
  look: (page: Page) => Promise<void>,
) {
  const browser = await openBrowser({ isSignedIn: false, locale: 'en-GB', ...options })
  try {
    const page = await browser.context.newPage()
    await page.goto(`${url}/kiosk`)
    await look(page)
  } finally {
    await browser.close()
  }
}

/** Makes the page a kiosk. */
async function pair(page: Page) {
  const { id: siteId } = await post('/sites', { name: 'Fès', zone: 'Africa/Casablanca' })
  const { code = '' } = await post('/kiosks', { name: 'Door', siteId })
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.keyboard.press('Enter')
}

async function post(path: string, body: object): Promise<{ id?: string; code?: string }> {
  const headers = { ...asAdmin, 'content-type': 'application/json' }
  const sent = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await (await fetch(`${address}${path}`, sent)).json()) as { id?: string; code?: string }
}

test('without a camera the kiosk says so, and offers the PIN', { skip }, async () => {
  await atTheDoor({}, address, async (page) => {
    await pair(page)
    await page.locator('[aria-live=assertive]').filter({ hasText: 'No camera.' }).waitFor()
    await page.getByRole('button', { name: /PIN/ }).click()
    await page.getByLabel('PIN', { exact: true }).waitFor()
  })
})

test('a camera that was refused is used as soon as it is allowed', { skip }, async () => {
  const film = await filmOf(await drawnFace())
  await atTheDoor({ film, answersForPerson: false }, address, async (page) => {
    await pair(page)
    await page.getByText('Camera not allowed', { exact: true }).waitFor()
    await page.context().grantPermissions(['camera'])
    await page.locator('video:visible').waitFor()
    assert.equal(await page.getByText('Camera not allowed', { exact: true }).count(), 0)
  })
})

test(
  'a page that needs no camera gets none, though it is allowed to the site',
  { skip },
  async () => {
    const film = await filmOf(await drawnFace())
    await atTheDoor({ film }, address, async (page) => {
      const ask = `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'opened', ({ name }) => name)`
      assert.equal(await page.evaluate(ask), 'opened')
      await page.goto(`${address}/docs/`)
      assert.equal(await page.evaluate(ask), 'NotAllowedError')
    })
  },
)

test('an address that is not secure is named as the reason', { skip }, async () => {
  await atTheDoor({}, address.replace('localhost', 'kiosk.test'), async (page) => {
    await page.getByText('Address not secure', { exact: true }).waitFor()
  })
})
