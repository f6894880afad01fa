import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The levels of WCAG 2.2 that the pages are held to, and what axe holds good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] }
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> }

type Fade = {
  finished: Promise<unknown>
  effect: { getComputedTiming(): { endTime: number } } | null
}
type Animated = { getAnimations(): Fade[] }

/** What axe-core has against the page as it is shown now, one line for each place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(source)
  // Half-way through a fade, colours are those of no state that anybody reads.
  await page.evaluate(async () => {
    const { document } = globalThis as unknown as { document: Animated }
    const fades = document.getAnimations().filter(({ effect }) => isFinite(endOf(effect)))
    await Promise.allSettled(fades.map(({ finished }) => finished))

    function endOf(effect: Fade['effect']): number {
      return effect?.getComputedTiming().endTime ?? 0
    }
  })
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return (await axe.run({ runOnly: { type: 'tag', values } })).violations
  }, standards)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  )
}
