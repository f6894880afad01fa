/**
 * A new key for a request that changes something: sent again with the same key, the request is done once.
 * 128 random bits; crypto.randomUUID would not be there on an insecure address.
 */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
