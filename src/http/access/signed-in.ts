import { Type } from 'typebox'
import type { Principal } from '../../access/principal.ts'
import type { AccessServices } from '../../access/services.ts'
import { id } from '../schemas.ts'
import { roleSchema, siteIdsSchema } from './schemas.ts'

export const signedInSchema = Type.Object(
  {
    ...{ id, name: Type.String(), role: roleSchema, siteIds: siteIdsSchema },
    lacksSecondFactor: Type.Boolean({
      description: 'Whether they may do nothing before they have added a second factor.',
    }),
  },
  { title: 'SignedIn', additionalProperties: false },
)

/** An operator as pages are told of them. */
export const showSignedIn = (
  operator: Extract<Principal, { kind: 'operator' }>,
  access: Pick<AccessServices, 'lacksSecondFactor'>,
) => {
  const { id, name, role, siteIds } = operator
  const sites = siteIds === 'all' ? siteIds : [...siteIds]
  const lacksSecondFactor = access.lacksSecondFactor(operator)
  return { id, name, role, siteIds: sites, lacksSecondFactor }
}
