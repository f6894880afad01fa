import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { skipWithoutPacks, packsDirectory } from '../../../test/packs.ts'
import { createNetwork } from '../runtime.ts'
import { convertModel } from './load.ts'
import { retail0095, type PackCard } from './manifest.ts'
import { convertOpenvino } from './openvino.ts'

const card: PackCard = { ...retail0095, inputPx: 4 }

/** A graph of the given layers, one after the other; constants stand in front of whom they belong to. */
function graphOf(...layers: readonly (readonly [type: string, data: string, constant?: string])[]) {
  const elements = ['<layer id="0" name="in" type="Parameter"><data shape="1,3,4,4"/></layer>']
  const edges: string[] = []
  let last = 0
  let next = 1
  for (const [type, data, constant] of layers) {
    const inputs = [last]
    if (constant !== undefined) {
      elements.push(
        `<layer id="${next}" name="c${next}" type="Const"><data ${constant}/></layer>`,
        `<layer id="${next + 1}" name="w${next + 1}" type="Convert"><data destination_type="f32"/></layer>`,
      )
      edges.push(edge(next, next + 1, 0))
      inputs.push(next + 1)
      next += 2
    }
    elements.push(`<layer id="${next}" name="n${next}" type="${type}"><data ${data}/></layer>`)
    inputs.forEach((from, port) => edges.push(edge(from, next, port)))
    last = next++
  }
  elements.push(`<layer id="${next}" name="out" type="Result"/>`)
  edges.push(edge(last, next, 0))
  return `<net name="n" version="11"><layers>${elements.join('')}</layers><edges>${edges.reverse().join('')}</edges></net>`
}
const edge = (from: number, to: number, port: number) =>
  `<edge from-layer="${from}" from-port="0" to-layer="${to}" to-port="${port}"/>`

/** Halves of which the numbers are powers of two, or zero. */
const halves = (...numbers: readonly number[]): Uint8Array =>
  new Uint8Array(
    Uint16Array.from(numbers, (number) =>
      number === 0 ? 0 : (number < 0 ? 0x8000 : 0) | ((Math.log2(Math.abs(number)) + 15) << 10),
    ).buffer,
  )
const stored = (shape: string, count: number, offset = 0) =>
  `element_type="f16" shape="${shape}" offset="${offset}" size="${count * 2}"`

async function outputOf(xml: string, weights: Uint8Array, crop: Uint8Array): Promise<number[]> {
  const network = await createNetwork(convertOpenvino(card, xml, weights), 4, { threads: 1 })
  const [output] = await network.run(crop, 1)
  await network.close()
  return [...(output ?? [])]
}
const explicit = 'pads_begin="0,0" pads_end="0,0" auto_pad="explicit" dilations="1,1"'
/** Red 1, green 2, blue 4 everywhere but in the first pixel, which has ten times as much. */
const crop = Uint8Array.from({ length: 48 }, (_, i) => 2 ** (i % 3) * (i < 3 ? 10 : 1))

test('a group convolution gives each group its own inputs', async () => {
  // Three groups of one channel; the model sees blue first.
  const xml = graphOf(['GroupConvolution', `strides="4,4" ${explicit}`, stored('3,1,1,1,1', 3)])
  assert.deepEqual(await outputOf(xml, halves(1, 2, 4), crop), [40, 40, 40])
})

test('an average over padding counts it or not, as the graph says', async () => {
  const pool = (excluded: boolean) =>
    graphOf([
      'AvgPool',
      `kernel="2,2" strides="8,8" pads_begin="1,1" pads_end="1,1" exclude-pad="${excluded}" auto_pad="explicit" rounding_type="floor"`,
    ])
  assert.deepEqual(await outputOf(pool(true), halves(), crop), [40, 20, 10])
  assert.deepEqual(await outputOf(pool(false), halves(), crop), [10, 5, 2.5])
})

test('negative values are bent by the slope of their channel', async () => {
  const xml = graphOf(
    ['Multiply', 'auto_broadcast="numpy"', stored('1,3,1,1', 3)],
    ['PReLU', '', stored('3', 3, 6)],
    ['AvgPool', `kernel="4,4" strides="4,4" ${explicit} exclude-pad="true" rounding_type="floor"`],
  )
  const even = new Uint8Array(48).fill(8)
  const weights = halves(-1, 1, -1, 0.5, 2, 0.25)
  assert.deepEqual(await outputOf(xml, weights, even), [-4, 8, -2])
})

test('an operation that is not known is named', () => {
  assert.throws(
    () => convertOpenvino(card, graphOf(['NonMaxSuppression', '']), halves()),
    /operation that is not known: NonMaxSuppression/,
  )
})

test('weights that the file does not hold are refused', () => {
  const xml = graphOf(['Add', '', stored('1,3,1,1', 3)])
  assert.throws(() => convertOpenvino(card, xml, halves(1, 1)), /not in .*\.bin/)
  const ofAnotherType = xml.replace('f16', 'i8')
  assert.throws(() => convertOpenvino(card, ofAnotherType, halves(1, 1, 1)), /\(i8\) are not in/)
})

test('what is no graph of this format is refused', () => {
  for (const xml of ['', 'no XML', '<net version="11"><layers/></net>', '<net version="9"/>'])
    assert.throws(() => convertOpenvino(card, xml, halves()), xml)
})

test(
  'retail-0095 gives what was recorded, to a thousandth',
  { skip: skipWithoutPacks() },
  async () => {
    const bytes = Uint8Array.from({ length: 128 * 128 * 3 }, (_, i) => {
      const [x, y, c] = [Math.floor(i / 3) % 128, Math.floor(i / 3 / 128), i % 3]
      return 127 + 120 * Math.sin(x / (7 + c)) * Math.cos(y / (11 - c)) + (i % 7)
    })
    // Worked out from the graph with another program, in 64 bits.
    const recorded = JSON.parse(
      readFileSync(new URL('./retail-0095-recorded.json', import.meta.url), 'utf8'),
    ) as number[]
    const network = await createNetwork(convertModel(retail0095, packsDirectory), 128, {
      threads: 1,
    })
    const [output] = await network.run(bytes, 1)
    await network.close()
    assert.equal(output?.length, recorded.length)
    recorded.forEach((value, i) => assert.ok(Math.abs((output?.[i] ?? NaN) - value) < 1e-3, `${i}`))
  },
)
