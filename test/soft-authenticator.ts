import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** Bits of what an authenticator says of itself: its owner was there, showed themselves, and a key goes along. */
const flags = { present: 0x01, verified: 0x04, hasKey: 0x40 } as const

type Options = { readonly challenge: string }
type Lie = { readonly origin?: string; readonly host?: string; readonly isVerified?: boolean }

/** A device that keeps passkeys, as WebAuthn 2 describes one; a test may let it lie. */
export function createSoftAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }))

  function authenticatorData(lie: Lie, more = Buffer.alloc(0)): Buffer {
    const host = createHash('sha256')
      .update(lie.host ?? new URL(origin).hostname)
      .digest()
    const verified = lie.isVerified === false ? 0 : flags.verified
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    const said = flags.present | verified | (more.length > 0 ? flags.hasKey : 0)
    return Buffer.concat([host, Buffer.from([said]), count, more])
  }

  const answer = (response: object) => ({
    ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
    ...{ clientExtensionResults: {}, response },
  })

  return {
    /** As a copy of the device would count on. */
    turnBack: (uses: number) => void (counter -= uses),

    /** Makes its key known: what `navigator.credentials.create` gives. */
    make({ challenge }: Options, lie: Lie = {}) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
      // COSE: an elliptic curve key for ES256 on P-256, in CBOR.
      const start = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
      const cose = Buffer.concat([start, left, Buffer.from([0x22, 0x58, 0x20]), right])
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const data = authenticatorData(lie, key)
      const text = (word: string) =>
        Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
        ...[text('authData'), Buffer.from([0x58, data.length]), data],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, lie.origin ?? origin).toString(
          'base64url',
        ),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },

    /** Signs with its key: what `navigator.credentials.get` gives. */
    show({ challenge }: Options, lie: Lie = {}) {
      const client = clientData('webauthn.get', challenge, lie.origin ?? origin)
      const data = authenticatorData(lie)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}
