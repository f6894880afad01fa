import type { BrowserContext, ConsoleMessage } from 'playwright-core'

/**
 * Collects what must not happen on a page: errors, warnings on the console, and anything that the content
 * security policy had to stop. That the server refuses a photo is no fault, though the browser notes it.
 */
export function collectFaults(context: BrowserContext): readonly string[] {
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (isFault(message)) faults.push(`${message.type()}: ${message.text()}`)
  })
  return faults
}

function isFault(message: ConsoleMessage): boolean {
  const isRefusal = message.text().startsWith('Failed to load resource')
  return ['error', 'warning'].includes(message.type()) && !isRefusal
}
