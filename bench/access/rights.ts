import { readFileSync } from 'node:fs'
import { chanceOfGuessing, maxChanceOfGuessing } from '../../src/access/credentials/pin-limits.ts'
import { roles, scopes } from '../../src/access/principal.ts'
import type { Figure } from './figure.ts'

type Described = { readonly 'x-callers': 'open' | readonly string[] }

/** How large the table of rights is that test/rights.test.ts tries cell by cell, and how safe PINs are. */
export function measureRights(): Figure[] {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, Described>>
  }
  const routes = Object.values(paths).flatMap((methods) => Object.values(methods))
  const callers = [...roles, ...scopes, 'kiosk', 'employee', 'anonymous']
  const without = routes.filter(({ 'x-callers': who }) => who === undefined).length
  return [
    { what: 'routes', value: routes.length, unit: '' },
    { what: 'cells of the table of rights', value: routes.length * callers.length, unit: '' },
    { what: 'routes without a row', value: without, unit: '', atMost: 0 },
    {
      what: 'chance that any PIN of the company is guessed in a day',
      value: chanceOfGuessing(),
      unit: '',
      atMost: maxChanceOfGuessing,
    },
  ]
}
