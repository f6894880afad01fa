import { useRef } from 'react'
import { newRequestKey } from '../shared/request-key.ts'

/**
 * Gives each content a key of its own, and the same content the same key until it is `done`: a request that is
 * sent again after silence is the same request, and a form filled in anew is another one.
 */
export function useRequestKeys() {
  const keys = useRef(new Map<string, string>())
  return {
    keyOf(content: unknown): string {
      const text = JSON.stringify(content, (_, value: unknown) =>
        value instanceof File ? [value.name, value.size, value.lastModified] : value,
      )
      const key = keys.current.get(text) ?? newRequestKey()
      keys.current.set(text, key)
      return key
    },
    done: () => keys.current.clear(),
  }
}
