import type { FastifyInstance } from 'fastify'

/** Our pages load from here only; the camera's picture is a blob; the component library sets styles. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** A browser that came over HTTPS comes back over nothing else for two years, as preload lists ask (RFC 6797). */
const strictTransport = 'max-age=63072000; includeSubDomains'

/** The pages that open a camera: the kiosk, and the office, which enrols; each is one document. */
const pagesWithCamera: ReadonlySet<string> = new Set(['/', '/index.html', '/kiosk', '/kiosk.html'])

/** No answer but such a page may open the camera, whatever it holds. */
const permissionsOf = (url: string) => {
  const camera = pagesWithCamera.has(url.split('?', 1)[0] ?? '') ? '(self)' : '()'
  return `camera=${camera}, microphone=(), geolocation=()`
}

/** Headers that every answer carries. A route may replace one, as /docs does with its own policy. */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') {
      void reply.header('strict-transport-security', strictTransport)
    }
    void reply.headers({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': permissionsOf(request.url),
    })
  })
}
