import type { CrossScores } from './cross.ts'
import type { Verification } from './verification.ts'

/** Colours that stay apart for most kinds of colour blindness (Okabe and Ito 2008). */
const colours = ['#d55e00', '#e69f00', '#009e73', '#0072b2', '#000000']
const [width, height] = [720, 480]
const margin = { left: 70, right: 20, top: 20, bottom: 60 }
/** Decades shown: false match rate 1e-6 to 1e-1, false non-match rate 1e-3 to 1. */
const fmrDecades = [-6, -1] as const
const fnmrDecades = [-3, 0] as const

const x = (fmr: number) =>
  margin.left +
  ((Math.log10(fmr) - fmrDecades[0]) / (fmrDecades[1] - fmrDecades[0])) *
    (width - margin.left - margin.right)
const y = (fnmr: number) =>
  height -
  margin.bottom -
  ((Math.log10(fnmr) - fnmrDecades[0]) / (fnmrDecades[1] - fnmrDecades[0])) *
    (height - margin.top - margin.bottom)

/** The detection error trade-off of each measure, as an SVG picture with both axes logarithmic. */
export function drawDet(verifications: readonly Verification[]): string {
  const decades = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))
  const grid = [
    ...decades(...fmrDecades).map(
      (f) =>
        `<line x1="${x(f)}" x2="${x(f)}" y1="${margin.top}" y2="${height - margin.bottom}"/><text x="${x(f)}" y="${height - margin.bottom + 18}" text-anchor="middle">${f.toExponential(0)}</text>`,
    ),
    ...decades(...fnmrDecades).map(
      (f) =>
        `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(f)}" y2="${y(f)}"/><text x="${margin.left - 8}" y="${y(f) + 4}" text-anchor="end">${f}</text>`,
    ),
  ]
  const curves = verifications.flatMap(({ cross, measure }, i) => {
    const colour = colours[i % colours.length] ?? '#000'
    if (!cross) return []
    const name = measure.replaceAll('*', '')
    return [
      `<path d="${pathOf(cross)}" fill="none" stroke="${colour}" stroke-width="${i === verifications.length - 1 ? 3 : 1.5}"><title>${name}</title></path>`,
      `<text x="${margin.left + 14}" y="${height - margin.bottom - 14 - 18 * (verifications.length - 1 - i)}" fill="${colour}">${name}</text>`,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="False non-match rate against false match rate" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<g stroke="#ddd" fill="#555">${grid.join('').replaceAll('<text', '<text stroke="none"')}</g>
${curves.join('\n')}
<text x="${width / 2}" y="${height - 16}" text-anchor="middle">false match rate (FMR)</text>
<text transform="translate(18 ${height / 2}) rotate(-90)" text-anchor="middle">false non-match rate (FNMR)</text>
</svg>
`
}

function pathOf({ genuine, impostor, impostorCount }: CrossScores): string {
  const points: string[] = []
  for (let exponent = fmrDecades[1]; exponent >= fmrDecades[0]; exponent -= 0.1) {
    const rank = Math.floor(10 ** exponent * impostorCount)
    if (rank < 1 || rank >= impostor.length) continue
    const threshold = impostor[rank] as number
    const missed = genuine.filter((score) => score <= threshold).length / genuine.length
    if (missed > 0)
      points.push(
        `${x(10 ** exponent).toFixed(1)} ${y(Math.max(missed, 10 ** fnmrDecades[0])).toFixed(1)}`,
      )
  }
  return points.length === 0 ? '' : `M${points.join('L')}`
}
