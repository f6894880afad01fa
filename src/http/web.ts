import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built pages from `directory`, an absolute path. */
export async function serveWeb(app: FastifyInstance, directory: string): Promise<void> {
  // Its address is typed at the door, and has no ending that belongs to files.
  app.get('/kiosk', { schema: { hide: true } }, (_request, reply) => reply.sendFile('kiosk.html'))
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    // The build leaves a .br and a .gz beside each text file.
    preCompressed: true,
    // Built files carry their hash in the name; the page that names them must be asked for anew.
    setHeaders(reply, path) {
      const lasting = path.includes('/assets/')
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
