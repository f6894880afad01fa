import { useEffect, useEffectEvent } from 'react'

/** After so long without a touch or a key somebody else may stand there, in milliseconds. */
const idleMs = 30_000

/** Calls `reset` whenever nobody has touched anything for a while. */
export function useIdleReset(reset: () => void): void {
  const onIdle = useEffectEvent(reset)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      clearTimeout(timer)
      timer = setTimeout(() => onIdle(), idleMs)
    }
    begin()
    const events = ['pointerdown', 'keydown'] as const
    events.forEach((event) => window.addEventListener(event, begin))
    return () => {
      clearTimeout(timer)
      events.forEach((event) => window.removeEventListener(event, begin))
    }
  }, [])
}
