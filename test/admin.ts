/** The token of the session that `setUpForTests` begins; no server that anybody reaches has it. */
export const adminToken = 'a-session-of-the-tests'
/** The API key with the scope `clock` that `setUpForTests` makes. */
export const clockToken = 'pointeuse_a-key-of-the-tests'

/** Headers with which a request at http://localhost is the admin's of the tests. */
export const asAdmin: Readonly<Record<string, string>> = {
  cookie: `pointeuse=${adminToken}`,
  'sec-fetch-site': 'same-origin',
}

/** Headers with which a request is that of a program that clocks people in, which no operator may. */
export const asClock: Readonly<Record<string, string>> = { authorization: `Bearer ${clockToken}` }

/** Whoever may ask for a path or an address, where it does not matter who that is. */
export const asWhoMay = (path: string): Readonly<Record<string, string>> =>
  /\/clock_in(\?|$)/.test(path) ? asClock : asAdmin
