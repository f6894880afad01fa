import type { SiteMode } from '../../access/credentials/site-mode.ts'
import type { Services } from '../services.ts'

/** How people clock in at a site now: without a face where no model is installed, whatever was chosen. */
export const modeInUse = async (
  siteId: string,
  { door, hasFace }: Pick<Services, 'door' | 'hasFace'>,
): Promise<SiteMode> => (hasFace ? door.siteModes.of(siteId) : 'no-face')
