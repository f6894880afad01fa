/** A value somewhere inside an answer: `get(body, 'rows.0.outcome')`. */
export const get = (json: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], json)
