import type { ClockInResult } from '../../attendance/clock-in.ts'
import { Problem, unreadablePhoto } from '../problems.ts'

/** A photo that cannot be compared with anybody. */
type Refused = Exclude<
  ClockInResult,
  { outcome: 'recorded' | 'already-recorded' | 'unknown' | 'ambiguous' }
>

/** What keeps a photo from being compared with anybody. */
export function refusedPhoto(result: Refused): Problem {
  switch (result.outcome) {
    case 'unreadable':
      return unreadablePhoto(result.reason)
    case 'no-face':
      return new Problem('no-face', 'Please face the camera.')
    case 'several-faces':
      return new Problem('several-faces', 'Please stand alone in front of the camera.', {
        count: result.count,
      })
    case 'poor-quality':
      return new Problem('poor-quality', `The face is ${result.reasons.join(', ')}.`, {
        reasons: result.reasons,
      })
  }
}
