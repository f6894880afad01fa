/** The token of the session that `setUpForTests` begins; no server that anybody reaches has it. */
export const adminToken = 'a-session-of-the-tests'

/** Headers with which a request at http://localhost is the admin's of the tests. */
export const asAdmin: Readonly<Record<string, string>> = {
  cookie: `pointeuse=${adminToken}`,
  'sec-fetch-site': 'same-origin',
}
