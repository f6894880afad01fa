import { addToAnchorFile, hasDay, readAnchorFile } from './anchor-file.ts'
import type { Audit } from './entry.ts'

/** Writes down what the chain has come to, unless the day of this instant (ISO 8601, UTC) has its anchor. */
export async function anchorDay(audit: Audit, path: string, at: string): Promise<void> {
  if (!hasDay(readAnchorFile(path), at)) addToAnchorFile(path, await audit.anchor('day', at))
}
