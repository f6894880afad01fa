import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { accessibilityFaults } from './audit.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { collectFaults } from './faults.ts'
import { photoOf } from './people.ts'
import { startServer } from './server.ts'
import { asAdmin, asClock } from '../admin.ts'

const closers: (() => Promise<void>)[] = []
let address = ''
let page: Page
let faults: readonly string[] = []

before(async () => {
  if (skip !== false) return
  const server = await startServer()
  closers.push(server.stop)
  address = server.address
  const browser = await openBrowser({})
  closers.unshift(browser.close)
  faults = collectFaults(browser.context)
  page = await browser.context.newPage()
  // Movement makes colours in between; what is judged is what stays.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enrolOne()
  await planSome()
  await page.goto(address)
})

after(async () => {
  for (const close of closers) await close()
})

/** So that lists and tables have something in them. */
async function enrolOne() {
  const form = new FormData()
  form.append('name', 'Alix Moreau')
  form.append('consent', 'Personnel file, cabinet 2')
  form.append('photo', new Blob([await photoOf('alix')]))
  assert.equal(
    (await fetch(`${address}/register`, { method: 'POST', headers: asAdmin, body: form })).status,
    201,
  )
  form.delete('name')
  form.delete('consent')
  assert.equal(
    (await fetch(`${address}/clock_in`, { method: 'POST', headers: asClock, body: form })).status,
    201,
  )
}

/** A site, a schedule, leave and a correction, today. */
async function planSome() {
  const post = async (path: string, body: object): Promise<string> => {
    const headers = { ...asAdmin, 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${address}${path}`, sent)
    assert.equal(answer.status, 201, path)
    return ((await answer.json()) as { id: string }).id
  }
  const { employees } = (await (
    await fetch(`${address}/employees`, { headers: asAdmin })
  ).json()) as {
    employees: { id: string }[]
  }
  const employeeId = employees[0]?.id ?? ''
  const from = new Date().toISOString().slice(0, 10)
  const siteId = await post('/sites', { name: 'Siège', zone: 'UTC', calendar: 'ma' })
  const shift = { name: 'Jour', start: '09:00', end: '17:00' }
  const weeks = [{ monday: [shift], tuesday: [shift] }, { sunday: [shift] }]
  const scheduleId = await post('/schedules', { name: 'Bureau', from, weeks })
  await post(`/employees/${employeeId}/assignments`, { from, siteId, scheduleId })
  await post(`/employees/${employeeId}/leaves`, { from, to: from, kind: 'paid' })
  const told = { employeeId, reason: 'Badge oublié' }
  await post('/corrections', { ...told, action: 'add', kind: 'out', at: `${from}T00:00Z` })
}

/** Chooses as a person does: with the list in the page's head, and by the address. */
async function show(hash: string, language: string) {
  await page.locator('header select').selectOption(language)
  await page.goto(`${address}/${hash}`)
}

/** A sign that the page has all that it shows. */
const signs = {
  '#/': 'td bdi',
  '#/enrol': 'li bdi',
  '#/import': 'td bdi',
  '#/timesheets': 'th bdi',
  '#/corrections': 'li bdi',
  '#/schedules': 'li bdi',
  '#/leave': 'th bdi',
  '#/sites': 'li bdi',
  '#/decision': 'summary',
  '#/kiosks': 'li bdi',
  '#/privacy': 'section select',
}
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

// Colours are the same in all languages, so all of them are looked at in one appearance only.
const languagesOf = { light: ['fr', 'en', 'ar'], dark: ['fr'] } as const

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of languagesOf[colorScheme]) {
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
      // Nothing lies over it.
      await page.getByRole('button', { name: /Ada Admin/ }).click({ trial: true })
    })
  }
  test(`advice and dialogs are accessible, ${colorScheme}`, { skip }, async () => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(desktop)
    await show('#/timesheets', 'en')
    await page.getByRole('button', { name: 'Alix Moreau' }).click()
    await page.getByText(/Still at work/).waitFor()
    assert.deepEqual(await accessibilityFaults(page), [], 'days of one employee')
    await show('#/enrol', 'en')
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByText('Write the employee’s name.').waitFor()
    assert.deepEqual(await accessibilityFaults(page), [], 'form with faults')
    for (const item of ['Rename', 'New PIN', 'New badge', 'Delete']) {
      await page.getByRole('button', { name: 'Actions for Alix Moreau' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await page.getByRole('dialog').waitFor()
      assert.deepEqual(await accessibilityFaults(page), [], item)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
}

/** What opens on a page, by the buttons that lead there. */
const opened = [
  ['#/timesheets', ['Alix Moreau', /^Correct /]],
  ['#/timesheets', ['Alix Moreau', /^Correct /, 'Add a record', 'Ask for the correction']],
  ['#/schedules', ['Add a schedule', 'Add a week to the rotation']],
  ['#/schedules', ['Assign']],
  ['#/leave', ['Add leave']],
  ['#/sites', ['Add a site']],
  ['#/sites', ['Holidays: Siège']],
  ['#/privacy', ['Begin from the country’s draft']],
] as const

test('forms and dialogs for planning are accessible', { skip }, async () => {
  for (const [index, [hash, names]] of opened.entries()) {
    await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' })
    await page.setViewportSize(index % 2 === 0 ? phone : desktop)
    await show(hash, 'en')
    // What is in a dialog comes last.
    for (const name of names) await page.getByRole('button', { name }).last().click()
    assert.deepEqual(await accessibilityFaults(page), [], `${hash} ${names.join()}`)
    // Another page in between closes what was open.
    await page.goto(`${address}/#/decision`)
  }
})

test('nothing broke, warned or was stopped by the content security policy', { skip }, () => {
  assert.deepEqual(faults, [])
})
