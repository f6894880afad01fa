import { readFile } from 'node:fs/promises'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

/** Where the types live that openapi.json is turned into. */
export const apiTypesPath = 'web/shared/api.ts'

/** The types of every address in openapi.json, in the format of this project. Paths are from its root. */
export async function renderApiTypes(): Promise<string> {
  const description: OpenAPI3 = JSON.parse(await readFile('openapi.json', 'utf8'))
  const types = astToString(await openapiTypescript(description))
  const text = `// Made from openapi.json by \`npm run openapi\`; not to be changed by hand.\n${types}`
  return format(text, { ...(await resolveConfig(apiTypesPath)), parser: 'typescript' })
}
