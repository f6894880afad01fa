import { linkMinutes } from './set-up.ts'

/** Where a browser sets the program up. What is behind the `#` is sent to no server and stands in no log. */
export const setupLinkAt = (origin: string, token: string): string => `${origin}/#/setup/${token}`

/** What the program prints for whoever starts it the first time. */
export const setupInvitation = (link: string): string =>
  `Nobody can do anything here yet. Set the program up within ${linkMinutes} minutes, once, at
${link}
For another link: pointeuse setup-link\n`
