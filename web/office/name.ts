/** Longest name that the server takes, in Unicode code points. */
const maxNameLength = 200

/** What is wrong with a name before it is sent, as the key of its text; the server has the last word. */
export function nameFault(name: string): 'nameMissing' | 'nameTooLong' | undefined {
  const trimmed = name.trim()
  if (trimmed === '') return 'nameMissing'
  return [...trimmed].length > maxNameLength ? 'nameTooLong' : undefined
}
