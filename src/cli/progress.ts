/** How far something long has come, for whoever waits at the terminal. */
export interface Progress {
  /** Told after each step; paints when it is time. */
  show(done: number): void
  end(): void
}

export type ProgressDeps = {
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Milliseconds that only grow. */
  readonly now: () => number
}

const barWidth = 24
/** A terminal is painted no more often. */
const paintEveryMs = 100
/** A log gets a line when the rest can be estimated, and then every minute. */
const firstLineAfterMs = 10_000
const lineEveryMs = 60_000

/** A bar that paints over itself on a terminal; few plain lines anywhere else. `from`: done at the start. */
export function createProgress(
  { stream, now }: ProgressDeps,
  what: string,
  total: number,
  from = 0,
): Progress {
  const start = now()
  let nextAt = stream.isTTY ? start : start + firstLineAfterMs
  const left = (done: number): string => {
    if (done <= from) return ''
    const seconds = ((now() - start) / 1000 / (done - from)) * (total - done)
    return `, about ${duration(seconds)} left`
  }
  return {
    show(done) {
      if (now() < nextAt && done < total) return
      nextAt = now() + (stream.isTTY ? paintEveryMs : lineEveryMs)
      const text = `${what}: ${done} of ${total}`
      if (stream.isTTY) {
        const filled = Math.round((done / Math.max(1, total)) * barWidth)
        const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
        stream.write(`\r\x1b[K${bar} ${text}${done < total ? left(done) : ''}`)
      } else {
        stream.write(`${text}${done < total ? left(done) : ''}\n`)
      }
    },
    end() {
      if (stream.isTTY) stream.write('\r\x1b[K')
    },
  }
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
