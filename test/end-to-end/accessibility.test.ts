import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { accessibilityFaults } from './audit.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { drawnFace, filmOf } from './fake-camera.ts'
import { collectFaults } from './faults.ts'
import { photoOf } from './people.ts'
import { startServer } from './server.ts'

const closers: (() => Promise<void>)[] = []
let address = ''
let page: Page
let faults: readonly string[] = []

before(async () => {
  if (skip !== false) return
  const server = await startServer()
  closers.push(server.stop)
  address = server.address
  const browser = await openBrowser({ film: await filmOf(await drawnFace()) })
  closers.unshift(browser.close)
  faults = collectFaults(browser.context)
  page = await browser.context.newPage()
  // Movement makes colours in between; what is judged is what stays.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enrolOne()
  await page.goto(address)
})

after(async () => {
  for (const close of closers) await close()
})

/** So that lists and tables have something in them. */
async function enrolOne() {
  const form = new FormData()
  form.append('name', 'Alix Moreau')
  form.append('photo', new Blob([await photoOf('alix')]))
  assert.equal((await fetch(`${address}/register`, { method: 'POST', body: form })).status, 201)
  form.delete('name')
  assert.equal((await fetch(`${address}/clock_in`, { method: 'POST', body: form })).status, 201)
}

/** Chooses as a person does: with the list in the page's head, and by the address. */
async function show(hash: string, language: string) {
  await page.locator('header select').selectOption(language)
  await page.goto(`${address}/${hash}`)
}

/** A sign that the page has all that it shows. */
const signs = {
  '#/': 'video:visible',
  '#/enrol': 'li bdi',
  '#/records': 'td bdi',
  '#/timesheets': 'th bdi',
  '#/decision': 'summary',
}
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['fr', 'en', 'ar']) {
    test(`every page is accessible in ${language}, ${colorScheme}`, { skip }, async () => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(language === 'en' ? desktop : phone)
      for (const [hash, sign] of Object.entries(signs)) {
        await show(hash, language)
        await page.locator(sign).first().waitFor()
        for (const folded of await page.locator('summary').all()) await folded.click()
        assert.equal(await page.locator('html').getAttribute('lang'), language)
        assert.equal(
          await page.locator('html').getAttribute('dir'),
          language === 'ar' ? 'rtl' : 'ltr',
        )
        assert.deepEqual(await accessibilityFaults(page), [], hash)
        assert.ok(await page.evaluate('document.body.scrollWidth <= innerWidth'), 'fits the screen')
      }
    })
  }
  test(`answers, advice and dialogs are accessible, ${colorScheme}`, { skip }, async () => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(desktop)
    await show('#/', 'en')
    const choose = page.locator('input[type=file]')
    for (const [file, answer] of [
      [await photoOf('alix'), 'Already clocked in'],
      [await photoOf('stranger'), 'Face not recognised'],
      [Buffer.from('no photo'), 'That did not work'],
    ] as const) {
      await choose.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: file })
      await page.getByText(answer, { exact: true }).waitFor()
      assert.deepEqual(await accessibilityFaults(page), [], answer)
    }
    await show('#/timesheets', 'en')
    await page.getByRole('button', { name: 'Alix Moreau' }).click()
    await page.getByText('Still at work').waitFor()
    assert.deepEqual(await accessibilityFaults(page), [], 'days of one employee')
    await show('#/enrol', 'en')
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByText('Write the employee’s name.').waitFor()
    assert.deepEqual(await accessibilityFaults(page), [], 'form with faults')
    for (const item of ['Rename', 'Delete']) {
      await page.getByRole('button', { name: 'Actions for Alix Moreau' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await page.getByRole('dialog').waitFor()
      assert.deepEqual(await accessibilityFaults(page), [], item)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
}

test('nothing broke, warned or was stopped by the content security policy', { skip }, () => {
  assert.deepEqual(faults, [])
})
