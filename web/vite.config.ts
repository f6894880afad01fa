import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** Writes `.br` and `.gz` beside every text file, so that the server sends small files without compressing them itself. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle(options, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const path = join(options.dir ?? '', name)
          const content = await readFile(path)
          await writeFile(`${path}.br`, brotliCompressSync(content))
          await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
        }),
      )
    },
  }
}

const server = process.env['POINTEUSE_URL'] ?? 'http://localhost:5000'
const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8'),
) as { paths: Record<string, unknown> }
const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
) as { version: string }
/** The first parts of the addresses that the server answers: `/employees/{id}` is one of `/employees`. */
const served = new Set(Object.keys(paths).map((path) => path.split('/', 2).join('/')))

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the pages also work behind a reverse proxy that serves them under a path.
  base: './',
  plugins: [react(), compressOnce()],
  define: { __POINTEUSE_VERSION__: JSON.stringify(version) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is inlined as data: addresses, which the content security policy does not allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The kiosk is a page of its own: it loads nothing of the office.
      input: ['index.html', 'kiosk.html'].map((page) => join(import.meta.dirname, page)),
    },
  },
  server: { proxy: Object.fromEntries([...served].map((path) => [`^${path}(/|\\?|$)`, server])) },
})
