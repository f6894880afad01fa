import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { createApp } from './app.ts'

/** The text of openapi.json as the routes are now. */
export async function renderOpenApi(): Promise<string> {
  const app = await createApp({
    services: () => undefined,
    readiness: async () => ({ ready: false, reason: 'describing' }),
    newId: randomUUID,
    log: pino({ level: 'silent' }),
  })
  const document = app.swagger()
  await app.close()
  return `${JSON.stringify(document, null, 2)}\n`
}
