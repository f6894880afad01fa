import type { ProblemCode } from '../shared/contract.ts'
import { failureOf, type Failure } from '../shared/failure.ts'
import { lighterPhoto } from '../shared/photo.ts'
import { newRequestKey } from '../shared/request-key.ts'
import type { KioskClient } from './client.ts'
import { refusals, type Answer, type Refusal, type Shown } from './machine.ts'

/** Sends what somebody shows, and puts whatever comes of it into an answer for the person standing there. */
export function createClockIn(
  client: Pick<KioskClient, 'clockIn'>,
): (shown: Shown) => Promise<Answer> {
  // What is sent again is the same request: it is recorded once, whatever became of the first answer.
  const keys = new WeakMap<Shown, string>()
  return async function clockIn(shown) {
    const key = keys.get(shown) ?? newRequestKey()
    keys.set(shown, key)
    try {
      const photo = shown.photo && (await lighterPhoto(shown.photo))
      const sent = photo ? { ...shown, photo } : shown
      const { outcome, employee, record } = await client.clockIn(sent, key)
      const answer = { outcome, name: employee.name, kind: record.kind, at: record.at }
      const isContestable = outcome === 'recorded' && shown.by === 'face'
      return isContestable ? { ...answer, contestable: record.id } : answer
    } catch (error) {
      return answerToFailure(failureOf(error))
    }
  }
}

/** Takes a record back, and tells what became of it. */
export function createContest(
  client: Pick<KioskClient, 'contest'>,
): (recordId: string) => Promise<Answer> {
  return async function contest(recordId) {
    try {
      await client.contest(recordId, newRequestKey())
      return { outcome: 'voided' }
    } catch (error) {
      return answerToFailure(failureOf(error))
    }
  }
}

/** Tells what the server's refusals mean at the kiosk; anything else is a failure. */
export function answerToFailure(failure: Failure): Answer {
  if (failure.kind !== 'problem') return { outcome: 'failed', failure }
  const { code, reasons = [] } = failure.problem
  if (code === 'poor-quality') return { outcome: code, reasons }
  return isRefusal(code) ? { outcome: code } : { outcome: 'failed', failure }
}

const isRefusal = (code: ProblemCode): code is Refusal & ProblemCode =>
  refusals.some((refusal) => refusal === code)
