import { writeFileSync } from 'node:fs'
import { renderOpenApi } from '../src/http/openapi-document.ts'

// Writes openapi.json, from which the pages take their types. `npm test` fails when it is not up to date.
writeFileSync('openapi.json', await renderOpenApi())
