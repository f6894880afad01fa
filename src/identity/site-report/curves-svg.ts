import { escape } from './escape.ts'
import type { Numbers } from './numbers.ts'
import type { SiteReport } from './site-report.ts'
import { phrases, type ReportLanguage } from './words.ts'

const size = { width: 760, height: 320 }
const plot = { left: 56, right: 16, top: 28, bottom: 48 }
const inner = {
  width: size.width - plot.left - plot.right,
  height: size.height - plot.top - plot.bottom,
}

/** The curves of genuine and impostor scores with the threshold between them, as an SVG picture. */
export function curvesSvg(report: SiteReport, language: ReportLanguage, numbers: Numbers): string {
  const words = phrases[language]
  const { genuine, impostor } = report.curves
  const threshold = report.here.policy.threshold
  const all = [genuine, impostor].filter(({ shares }) => shares.length > 0)
  const least = Math.floor(Math.min(threshold, ...all.map(({ from }) => from)) - 1)
  const ends = all.map(({ from, width, shares }) => from + width * shares.length)
  const most = Math.ceil(Math.max(threshold, ...ends) + 1)
  const top = Math.max(0.01, ...all.flatMap(({ shares }) => shares)) * 1.1
  const x = (score: number) => plot.left + ((score - least) / (most - least)) * inner.width
  const y = (share: number) => plot.top + (1 - share / top) * inner.height
  const point = (score: number, share: number) => `${x(score).toFixed(1)},${y(share).toFixed(1)}`

  const curve = ({ from, width, shares }: SiteReport['curves']['genuine'], name: string) => {
    if (shares.length === 0) return ''
    const points = shares.map((share, i) => point(from + (i + 0.5) * width, share))
    const closed = [point(from, 0), ...points, point(from + shares.length * width, 0)]
    return `<polygon class="area ${name}" points="${closed.join(' ')}"/>
<polyline class="line ${name}" points="${closed.join(' ')}"/>`
  }
  const steps = ticks(least, most, 12).map(
    (score) =>
      `<line class="grid" x1="${x(score)}" x2="${x(score)}" y1="${plot.top}" y2="${size.height - plot.bottom}"/>` +
      `<text x="${x(score)}" y="${size.height - plot.bottom + 16}" text-anchor="middle">${numbers.count(score)}</text>`,
  )
  const shares = ticks(0, top, 4).map(
    (share) =>
      `<line class="grid" x1="${plot.left}" x2="${size.width - plot.right}" y1="${y(share)}" y2="${y(share)}"/>` +
      `<text x="${plot.left - 6}" y="${y(share) + 4}" text-anchor="end">${escape(numbers.percent(share))}</text>`,
  )
  const legend = (at: number, name: string, text: string) =>
    `<line class="line ${name}" x1="${at}" x2="${at + 28}" y1="14" y2="14"/><text x="${at + 34}" y="18">${escape(text)}</text>`
  const label = `${words.threshold} ${numbers.score(threshold)}`
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escape(words.curves)}" xmlns="http://www.w3.org/2000/svg">
${[...steps, ...shares].join('\n')}
${curve(impostor, 'impostor')}
${curve(genuine, 'genuine')}
<line class="threshold" x1="${x(threshold)}" x2="${x(threshold)}" y1="${plot.top}" y2="${size.height - plot.bottom}"/>
<text class="threshold-label" x="${x(threshold) + 5}" y="${plot.top + 12}">${escape(label)}</text>
${legend(plot.left, 'impostor', words.impostor)}
${legend(plot.left + 220, 'genuine', words.genuine)}
<text x="${plot.left + inner.width / 2}" y="${size.height - 8}" text-anchor="middle">${escape(words.score)}</text>
<text x="${-(plot.top + inner.height / 2)}" y="12" transform="rotate(-90)" text-anchor="middle">${escape(words.share)}</text>
</svg>`
}

/** Round numbers between two, at most as many as asked for. */
function ticks(from: number, to: number, most: number): number[] {
  const raw = (to - from) / most
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? raw
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}
