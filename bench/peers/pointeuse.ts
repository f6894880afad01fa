import { createFaceEngine } from '../../src/face/index.ts'
import type { Measuring } from '../recogniser.ts'
import type { Peer } from './peer.ts'

/** This engine, as the server runs it: behind worker processes. */
export async function loadPointeuse({ card, packsDirectory }: Measuring): Promise<Peer> {
  const engine = await createFaceEngine({ recogniser: card.name, packsDirectory })
  return {
    name: 'pointeuse',
    async describe(jpeg) {
      const reading = await engine.look(jpeg, { purpose: 'probe' })
      return reading.readable ? reading.faces[0]?.embedding?.vector : undefined
    },
    close: () => engine.close(),
  }
}
