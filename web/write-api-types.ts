import { writeFile } from 'node:fs/promises'
import { apiTypesPath, renderApiTypes } from './api-types.ts'

// Writes the types through which the pages talk to the server. `npm test` fails when they are not up to date.
await writeFile(apiTypesPath, await renderApiTypes())
