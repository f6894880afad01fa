import type { Client } from '../shared/client.ts'
import type { ProblemCode } from '../shared/contract.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { lighterPhoto } from '../shared/photo.ts'
import { newRequestKey } from '../shared/request-key.ts'
import type { Answer } from './machine.ts'

/** Sends a photo to clock in, and puts whatever comes of it into an answer for the person standing there. */
export function createClockIn(client: Pick<Client, 'clockIn'>): (photo: Blob) => Promise<Answer> {
  // A photo that is sent again is the same request: it is recorded once, whatever became of the first answer.
  const keys = new WeakMap<Blob, string>()
  return async function clockIn(photo) {
    const key = keys.get(photo) ?? newRequestKey()
    keys.set(photo, key)
    try {
      const { outcome, employee, record } = await client.clockIn(await lighterPhoto(photo), key)
      return { outcome, name: employee.name, kind: record.kind, at: record.at }
    } catch (error) {
      return answerToFailure(failureOf(error))
    }
  }
}

/** Tells what the server's refusals of a face mean at the kiosk; anything else is a failure. */
export function answerToFailure(failure: Failure): Answer {
  if (failure.kind !== 'problem') return { outcome: 'failed', failure }
  const { code, reasons = [] } = failure.problem
  if (code === 'poor-quality') return { outcome: code, reasons }
  return isPlainRefusal(code) ? { outcome: code } : { outcome: 'failed', failure }
}

const plainRefusals = ['no-face', 'several-faces', 'unknown', 'ambiguous'] as const

const isPlainRefusal = (code: ProblemCode): code is (typeof plainRefusals)[number] =>
  plainRefusals.some((refusal) => refusal === code)
