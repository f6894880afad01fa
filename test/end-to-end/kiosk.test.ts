import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import encodeQr from 'qr'
import sharp from 'sharp'
import '../../scripts/ensure-web.ts'
import { get } from '../get.ts'
import { accessibilityFaults } from './audit.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { collectFaults } from './faults.ts'
import { emptyPhoto, groupPhoto, photoOf } from './people.ts'
import { startServer } from './server.ts'
import { holdBefore, installShownCamera } from './shown-camera.ts'
import { asAdmin } from '../admin.ts'

let page: Page
let context: BrowserContext
let address = ''
/** The cookie of an admin, for what the office does meanwhile. */
let siteId = ''
let kioskId = ''
let alix = ''
let faults: readonly string[] = []
const closers: (() => Promise<void>)[] = []

before(async () => {
  if (skip !== false) return
  const server = await startServer()
  closers.unshift(server.stop)
  address = server.address
  // The kiosk's browser is nobody's: what it may do it signs for.
  const browser = await openBrowser({ isSignedIn: false, locale: 'fr-FR' })
  closers.unshift(browser.close)
  context = browser.context
  await installShownCamera(context)
  faults = collectFaults(context)
  const site = await office('POST', '/sites', { name: 'Fès', zone: 'Africa/Casablanca' })
  siteId = String(get(site, 'id'))
  const form = new FormData()
  form.append('name', 'Alix Moreau')
  form.append('consent', 'Personnel file, cabinet 2')
  form.append('photo', new Blob([new Uint8Array(await photoOf('alix'))]), 'a.jpg')
  const enrolled = await fetch(`${address}/register`, {
    method: 'POST',
    headers: asAdmin,
    body: form,
  })
  alix = String(get(await enrolled.json(), 'employee.id'))
  page = await context.newPage()
})

after(async () => {
  for (const close of closers) await close()
})

/** What the office does beside the kiosk. */
async function office(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...asAdmin,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  const text = await response.text()
  return JSON.parse(text || 'null') as unknown
}

const told = (text: RegExp) =>
  page.locator('[aria-live=assertive]').filter({ hasText: text }).waitFor()
const isReady = () => page.getByRole('button', { name: 'Pointer', exact: true }).waitFor()
const dismiss = async () => {
  await page.keyboard.press('Escape')
  await isReady()
}

test(
  'a device is paired by the code of the office, in whatever way it is typed',
  { skip },
  async () => {
    await page.goto(`${address}/kiosk`)
    await page.getByRole('heading', { name: 'Associer cet appareil' }).waitFor()
    assert.deepEqual(await accessibilityFaults(page), [])
    const code = page.getByRole('textbox', { name: 'Code' })
    await code.fill('0000-0000')
    await page.keyboard.press('Enter')
    await page.getByText(/Ce code n’est pas valable/).waitFor()
    const made = await office('POST', '/kiosks', { name: 'Entrée', siteId })
    kioskId = String(get(made, 'kiosk.id'))
    await code.fill(String(get(made, 'code')).toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByText('Fès · Entrée').waitFor()
    await isReady()
  },
)

test('the kiosk is no way to the office, and takes no file', { skip }, async () => {
  assert.equal(await page.locator('a, input[type=file]').count(), 0)
  const scripts = await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /office/.test(name))`,
  )
  assert.deepEqual(scripts, [])
  const keys = await page.evaluate(`new Promise((resolve) => {
    const open = indexedDB.open('pointeuse-kiosk')
    open.onsuccess = () => {
      const get = open.result.transaction('device').objectStore('device').get('this')
      get.onsuccess = () => resolve(get.result.privateKey.extractable)
    }
  })`)
  assert.equal(keys, false, 'nobody reads the key out, not even the page')
})

test(
  'a face clocks in at the site of the kiosk, and whoever it was not takes it back there and then',
  { skip },
  async () => {
    await holdBefore(page, await photoOf('alix'))
    await page.keyboard.press('Enter')
    await told(/^Arrivée enregistrée.* Alix Moreau/)
    await page.getByRole('button', { name: 'Ce n’est pas moi' }).click()
    await told(/^Annulé\. Ce pointage ne compte plus/)
    const corrections = await office('GET', '/corrections')
    assert.equal(get(corrections, 'corrections.0.reason'), 'Not me, said at the kiosk')
    await dismiss()
    await page.getByRole('button', { name: 'Pointer', exact: true }).click()
    await told(/^Arrivée enregistrée.* Alix Moreau/)
    assert.deepEqual(await accessibilityFaults(page), [])
    await dismiss()
  },
)

test('a number and its PIN clock in, by keyboard and by touch', { skip }, async () => {
  const pin = String(get(await office('POST', `/employees/${alix}/pin`), 'pin'))
  await page.getByRole('button', { name: 'Matricule et code PIN' }).click()
  assert.deepEqual(await accessibilityFaults(page), [])
  const number = page.getByRole('textbox', { name: 'Matricule' })
  assert.ok(await number.evaluate((field) => field.matches(':focus')))
  await page.getByRole('button', { name: '1', exact: true }).click()
  await page.getByLabel('Code PIN', { exact: true }).focus()
  await page.keyboard.type(pin === '24681357' ? '24681358' : '24681357')
  await page.keyboard.press('Enter')
  await told(/^Matricule ou code PIN incorrect/)
  await dismiss()
  await page.getByRole('button', { name: 'Matricule et code PIN' }).click()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Pointer', exact: true }).click()
  await told(/^Arrivée déjà enregistrée.* Alix Moreau/)
  await dismiss()
})

test('a badge clocks in before the camera, and by a scanner that types', { skip }, async () => {
  const text = 'BCDFGHJKLNPRSTVXBCDFGHJKLNPRSTVXBCDFGHJK'
  await page.getByRole('button', { name: 'Badge', exact: true }).click()
  await holdBefore(page, await pictureOf(text))
  // It can be read, and is nobody's.
  await told(/^Badge non valable/)
  await holdBefore(page, await photoOf('stranger'))
  await dismiss()
  for (const letter of text) await page.keyboard.press(`Key${letter}`)
  await page.keyboard.press('Enter')
  await told(/^Badge non valable/)
  await dismiss()
})

test('with the keyboard alone, and ready for the next person by itself', { skip }, async () => {
  await holdBefore(page, await photoOf('alix'))
  await page.keyboard.press('Space')
  await told(/ enregistrée?.* Alix Moreau/)
  await page.getByRole('button', { name: 'Personne suivante' }).waitFor()
  await isReady()
  assert.equal(await page.locator('[aria-live=assertive]').textContent(), '')
})

test('every refusal of a face says what to do', { skip }, async () => {
  for (const [photo, answer] of [
    [await photoOf('stranger'), /^Visage non reconnu\. Réessayez/],
    [await groupPhoto(), /^Plusieurs visages visibles\. Une seule personne/],
    [await emptyPhoto(), /^Aucun visage visible\. Placez-vous/],
  ] as const) {
    await holdBefore(page, photo)
    await page.keyboard.press('Enter')
    await told(answer)
    assert.deepEqual(await accessibilityFaults(page), [], String(answer))
    await dismiss()
  }
})

test(
  'a server out of reach is told from a refusal, and the same photo can be sent again',
  { skip },
  async () => {
    await holdBefore(page, await photoOf('alix'))
    await context.setOffline(true)
    await page.keyboard.press('Enter')
    await told(/^Serveur injoignable/)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await told(/ enregistrée?.* Alix Moreau/)
    await dismiss()
  },
)

test('languages are buttons, and nobody’s choice stays', { skip }, async () => {
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.getByRole('button', { name: 'الرقم والرمز السري' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
  assert.deepEqual(await accessibilityFaults(page), [])
  await page.reload()
  await isReady()
  const kept = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')
  assert.equal(kept, '{}')
})

test('where no faces are taken no camera runs, and PIN and badge are there', { skip }, async () => {
  await office('PUT', `/sites/${siteId}/mode`, { mode: 'no-face' })
  await page.reload()
  await page.getByText('Pointez avec votre matricule et votre code PIN').waitFor()
  assert.equal(await page.locator('video').count(), 0)
  await page.getByRole('button', { name: 'Matricule et code PIN' }).waitFor()
  assert.deepEqual(await accessibilityFaults(page), [])
  await office('PUT', `/sites/${siteId}/mode`, { mode: 'face-or-pin' })
})

test(
  'the office sees the kiosk, and one that it revokes asks to be paired again',
  { skip },
  async () => {
    await page.reload()
    await isReady()
    const kiosks = await office('GET', '/kiosks')
    assert.equal(get(kiosks, 'kiosks.0.state'), 'paired')
    assert.match(String(get(kiosks, 'kiosks.0.seen.version')), /^\d+\.\d+\.\d+$/)
    await office('DELETE', `/kiosks/${kioskId}`)
    await holdBefore(page, await photoOf('alix'))
    await page.reload()
    await page.getByText('Cet appareil n’est plus associé').waitFor()
    await page.reload()
    await page.getByText('Cet appareil n’est plus associé').waitFor()
    assert.deepEqual(faults, [])
  },
)

/** A picture of a badge's code. */
async function pictureOf(text: string): Promise<Buffer> {
  const squares = encodeQr(text, 'raw', { ecc: 'quartile', border: 4 })
  const pixels = Buffer.from(squares.flat().map((isDark) => (isDark ? 0 : 255)))
  const side = squares.length
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize({ width: side * 14, kernel: 'nearest' })
    .png()
    .toBuffer()
}
