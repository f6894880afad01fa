import SerializerSelector from '@fastify/fast-json-stringify-compiler'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'

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

/** TypeBox's own validators. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = (route) => {
  let validate: ReturnType<typeof TypeBoxValidatorCompiler> | undefined
  return (value: unknown) => (validate ??= TypeBoxValidatorCompiler(route))(value)
}
