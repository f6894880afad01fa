import SerializerSelector from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { unknownKeys } from './unknown-keys.ts'

// A schema is compiled when its route is used for the first time: all of them at once would take a
// third of the start, and most answers, the refusals, are never seen.

/** Fastify's own serializers. What a schema does not name never leaves the server. */
export const buildSerializer: ReturnType<typeof SerializerSelector> = (schemas, options) => {
  const compile = SerializerSelector()(schemas, options)
  return function lazySerializer(route) {
    let serialize: ReturnType<typeof compile> | undefined
    return (document) => (serialize ??= compile(route))(document)
  }
}

/** TypeBox's own validators. What a schema does not name, no body and no query may have. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = (route) => {
  let validate: ReturnType<typeof TypeBoxValidatorCompiler> | undefined
  const isClosed = route.httpPart === 'body' || route.httpPart === 'querystring'
  return (value: unknown) => {
    const [unknown] = isClosed ? unknownKeys(route.schema, value) : []
    return unknown === undefined
      ? (validate ??= TypeBoxValidatorCompiler(route))(value)
      : { error: [unknownKey(unknown)] as never }
  }
}

/** The key comes from the caller: only a harmless one is repeated. */
const unknownKey = (path: string) =>
  /^[\w.[\]-]{1,120}$/.test(path)
    ? { instancePath: `/${path}`, message: 'is not known here' }
    : { instancePath: '', message: 'has a key that is not known here' }
