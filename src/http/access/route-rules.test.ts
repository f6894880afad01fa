import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { open } from '../../access/rule.ts'
import { guardRoutes } from './guard.ts'
import { askEveryRouteForItsRule, registerUnder } from './route-rules.ts'

const noLimits = { ofAddress: async () => undefined, ofPrincipal: async () => undefined }

const appThatAsks = () => {
  const app = fastify()
  guardRoutes(app, {
    isSetUp: async () => true,
    ways: [],
    limits: noLimits,
    lacksSecondFactor: () => false,
  })
  askEveryRouteForItsRule(app)
  return app
}

test('a route that does not say who may call it cannot be registered', () => {
  const app = appThatAsks()
  assert.throws(() => app.get('/new', () => 'here'), /GET \/new does not say who may call it/)
})

test('a route of a plugin is under the rule of its plugin, and nothing beside it', async (t) => {
  const app = appThatAsks()
  t.after(() => app.close())
  await registerUnder(app, open, async (child) => child.get('/plugged', () => 'here'))
  assert.throws(() => app.get('/beside', () => 'here'), /does not say/)
  assert.equal((await app.inject('/plugged')).body, 'here')
})

test('whoever has not said who they are is let in nowhere but where everybody is', async (t) => {
  const app = appThatAsks()
  t.after(() => app.close())
  app.get('/closed', { config: { access: { who: ['admin'], of: 'all' } } }, () => 'here')
  app.get('/open', { config: { access: open } }, () => 'here')
  assert.equal((await app.inject('/closed')).statusCode, 401)
  assert.equal((await app.inject({ url: '/closed', method: 'HEAD' })).statusCode, 401)
  assert.equal((await app.inject('/open')).statusCode, 200)
})
