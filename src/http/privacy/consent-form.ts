import type { FastifyRequest } from 'fastify'
import type { Consent, ConsentForMore } from '../../identity/consent.ts'
import type { PrivacyServices } from '../../privacy/services.ts'
import { actorOf } from './actor.ts'
import { noConsent } from './face-refusals.ts'

/** The fields by which a form says that somebody agreed. */
export const consentFields = ['consent', 'consentLanguage'] as const

type Fields = Readonly<Record<string, string>>

/** The consent that a form tells of. Throws what speaks against making templates on it. */
export async function consentOf(
  request: FastifyRequest,
  { consents }: PrivacyServices,
  { consent, consentLanguage }: Fields,
): Promise<Consent> {
  const stated = {
    ...(consent !== undefined && { consent }),
    ...(consentLanguage !== undefined && { language: consentLanguage }),
  }
  const reading = await consents.read(stated, actorOf(request.principal))
  if (reading.outcome !== 'given') throw noConsent(reading)
  return reading.consent
}

/** As above; without the field, the consent that stands already. */
export async function consentForMore(
  request: FastifyRequest,
  privacy: PrivacyServices,
  fields: Fields,
): Promise<ConsentForMore> {
  if (fields['consent'] !== undefined) return consentOf(request, privacy, fields)
  const reading = await privacy.consents.read({}, actorOf(request.principal))
  if (reading.outcome !== 'missing' && reading.outcome !== 'given') throw noConsent(reading)
  return 'standing'
}
