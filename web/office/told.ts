import { useRef, useState, type RefObject } from 'react'
import { focusAfterClosing } from './focus.ts'

/** What a page says of the last thing done, and the title at which reading goes on after it. */
export type Told = {
  readonly text: string
  readonly title: RefObject<HTMLHeadingElement | null>
  /** After a dialog closed: says what was done there; without a text nothing was. */
  tell(text: string | undefined): void
}

export function useTold(): Told {
  const [text, setText] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  return {
    text,
    title,
    tell(done) {
      if (done === undefined) return
      setText(done)
      focusAfterClosing(() => title.current)
    },
  }
}
