import { Type } from 'typebox'
import type { ApiKey } from '../../access/api-key.ts'
import type { Operator } from '../../access/operator.ts'
import { passwordLength } from '../../access/password-rule.ts'
import { roles, scopes } from '../../access/principal.ts'
import { id, instant } from '../schemas.ts'

const closed = { additionalProperties: false }

export const roleSchema = Type.Enum([...roles], {
  title: 'Role',
  type: 'string',
  description:
    '`admin` does everything, `manager` everything about the people of their sites, `viewer` looks.',
})

export const scopeSchema = Type.Enum([...scopes], { title: 'Scope', type: 'string' })

export const siteIdsSchema = Type.Union([Type.Literal('all'), Type.Array(id, { maxItems: 1000 })], {
  title: 'Sites',
  description: 'The sites whose people are reached, or `all`, which includes people without one.',
})

/** Its rules are said by `weak-password`, not by the schema. Never shown. */
export const passwordSchema = Type.String({
  maxLength: 4 * passwordLength.max,
  description: `At least ${passwordLength.min} characters that are not easy to guess; at most ${passwordLength.max}.`,
})

/** Of an app, or one that was kept for when it is lost. Never shown. */
export const codeSchema = Type.String({ maxLength: 40 })

export const nameSchema = Type.String({ maxLength: 1000 })

export const operatorSchema = Type.Object(
  { id, name: Type.String(), role: roleSchema, siteIds: siteIdsSchema, createdAt: instant },
  { title: 'Operator', ...closed },
)

export const apiKeySchema = Type.Object(
  {
    id,
    name: Type.String(),
    scopes: Type.Array(scopeSchema),
    siteId: Type.Union([id, Type.Null()], { description: 'Null: every site.' }),
    createdAt: instant,
    expiresAt: Type.Union([instant, Type.Null()]),
    usedAt: Type.Union([instant, Type.Null()], {
      description: 'When it was used last, to the minute.',
    }),
  },
  { title: 'ApiKey', ...closed },
)

export const showOperator = ({ id, name, role, siteIds, createdAt }: Operator) => ({
  ...{ id, name, role },
  siteIds: siteIds === 'all' ? siteIds : [...siteIds],
  createdAt: createdAt.toString(),
})

export const showApiKey = ({ id, name, scopes, siteId, ...times }: ApiKey) => ({
  ...{ id, name, siteId },
  scopes: [...scopes],
  createdAt: times.createdAt.toString(),
  expiresAt: times.expiresAt?.toString() ?? null,
  usedAt: times.usedAt?.toString() ?? null,
})
