import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { asAdmin, asClock } from './admin.ts'
import { get } from './get.ts'
import { portrait } from './portraits.ts'
import { startServer } from './server-process.ts'

/** The program as it is installed, but for the packages that bring models. */
async function installWithoutModels(directory: string): Promise<string> {
  const program = join(directory, 'program')
  const modules = join(program, 'node_modules')
  await mkdir(modules, { recursive: true })
  await cp('src', join(program, 'src'), { recursive: true })
  await symlink(resolve('package.json'), join(program, 'package.json'))
  for (const name of await readdir('node_modules'))
    if (name !== '@vladmandic') await symlink(resolve('node_modules', name), join(modules, name))
  return program
}

test('without any model people clock in by number and badge, and faces are refused with a code', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-models-'))
  const program = await installWithoutModels(directory)
  const env = { DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'warn' }
  const server = await startServer(env, ['env', '-C', program])
  t.after(async () => {
    await server.end('SIGKILL')
    await rm(directory, { recursive: true })
  })
  const ask = async (
    method: string,
    path: string,
    body?: FormData | string | object,
    as = asAdmin,
  ) => {
    const isText = typeof body === 'string'
    const isForm = body instanceof FormData
    const type = isText ? 'text/csv' : 'application/json'
    const answer = await fetch(`${server.origin}${path}`, {
      method,
      headers: { ...as, ...(body && !isForm && { 'content-type': type }) },
      ...(body && { body: isText || isForm ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as unknown }
  }
  const form = (fields: Readonly<Record<string, string | Buffer>>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') form.append(name, value)
      else form.append(name, new Blob([new Uint8Array(value)]), 'photo.jpg')
    return form
  }

  const ready = await ask('GET', '/ready')
  assert.deepEqual([ready.status, get(ready.body, 'off')], [200, ['face']])
  const site = await ask('POST', '/sites', { name: 'Lyon', zone: 'Europe/Paris' })
  const siteId = String(get(site.body, 'id'))
  await ask('PUT', `/sites/${siteId}/mode`, { mode: 'badge-and-face' })
  const imported = await ask('POST', '/imports/employees', `name,number,site\nAna,7,Lyon\n`)
  assert.equal(get(imported.body, 'imported'), true, JSON.stringify(imported.body))
  const ana = String(get((await ask('GET', '/employees')).body, 'employees.0.id'))
  const pin = String(get((await ask('POST', `/employees/${ana}/pin`)).body, 'pin'))

  const clockIn = async (fields: Readonly<Record<string, string | Buffer>>) => {
    const { status, body } = await ask('POST', '/clock_in', form(fields), asClock)
    return [status, get(body, 'code') ?? get(body, 'outcome')]
  }
  assert.deepEqual(await clockIn({ number: '7', pin, site: siteId }), [201, 'recorded'])
  const photo = await portrait('ana')
  assert.deepEqual(await clockIn({ photo }), [422, 'face-not-installed'])
  const consent = 'Personnel file, cabinet 2'
  const enrolled = await ask('POST', '/register', form({ name: 'Bo', consent, photo }))
  assert.deepEqual([enrolled.status, get(enrolled.body, 'code')], [422, 'face-not-installed'])

  const days = 'from=2026-01-01&to=2026-12-31'
  for (const path of [
    `/timesheets?${days}`,
    '/attendance',
    `/exports/days.csv?${days}`,
    '/decision',
    '/privacy/dpia',
  ])
    assert.equal((await ask('GET', path)).status, 200, path)
  assert.equal(get((await ask('GET', '/attendance')).body, 'records.length'), 1)
  assert.doesNotMatch(server.log(), /"level":(50|60)/)
})
