import { useEffect, useEffectEvent, useState } from 'react'
import type { KioskClient } from './client.ts'
import type { Heartbeat } from './client.ts'
import { beat, heartbeatMs, type Standing } from './heartbeat.ts'

/** How the kiosk stands with its server: asked at once, when its camera changes, and every half minute. */
export function useStanding(
  client: Pick<KioskClient, 'heartbeat'>,
  version: string,
  camera: Heartbeat['camera'],
): Standing {
  const [standing, setStanding] = useState<Standing>({ state: 'asking' })
  const ask = useEffectEvent(async (isGone: () => boolean) => {
    const next = await beat(client, { version, camera }, standing)
    if (!isGone()) setStanding(next)
  })
  useEffect(() => {
    let gone = false
    const again = () => void ask(() => gone)
    again()
    const timer = setInterval(again, heartbeatMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [camera])
  return standing
}
