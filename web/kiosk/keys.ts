import { useEffect, useEffectEvent, useState } from 'react'
import { createScanner } from './scanner.ts'

type Pressed = {
  /** The large button, unless the focus is on something that takes the key itself. */
  readonly press: () => void
  readonly dismiss: () => void
  /** A scanner typed a badge, wherever the focus is. */
  readonly badge: (text: string) => void
}

/** What the keyboard does, which may be a person's or a scanner's. */
export function useDoorKeys({ press, dismiss, badge }: Pressed): void {
  const [hear] = useState(createScanner)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const scanned = hear({ code: event.code, key: event.key, at: event.timeStamp })
    if (scanned !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      badge(scanned)
      return
    }
    if (event.repeat) return
    if (event.key === 'Escape') dismiss()
    const isElsewhere =
      event.target instanceof Element &&
      event.target.closest('a, button, input, select, textarea, [role="button"]') !== null
    if (isElsewhere || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    press()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    // Before whatever has the focus: what a scanner ends with must press nothing.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
