/** The field app (officers outdoors, citizens): built to `apps/field/dist`, which the server hands out at `/m/`. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('./', import.meta.url))
const base = '/m/'
const out = join(root, 'dist')

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? filesIn(join(dir, e.name)) : [join(dir, e.name)]))
/** What the app needs without a network: everything built. The map is large and comes with its first use instead. */
const isShell = (file: string): boolean => !/engine-|maplibre|sw\.js$|\.map$/.test(file)
const precached = (): readonly { readonly url: string; readonly revision: string | null }[] =>
  filesIn(out)
    .filter(isShell)
    .map((file) => ({
      url: base + relative(out, file).replaceAll('\\', '/'),
      revision: file.includes('assets') ? null : createHash('sha1').update(readFileSync(file)).digest('hex').slice(0, 12),
    }))
/** The service worker is one file of its own, built after the app so that it can name the app's files. */
const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  closeBundle: async () => {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      define: { __SHELL__: JSON.stringify(precached()), 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: out,
        emptyOutDir: false,
        rolldownOptions: { input: join(root, 'src/sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
      },
    })
  },
})

export default defineConfig({
  root,
  base,
  plugins: [vue(), serviceWorker()],
  build: {
    outDir: out,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'vue', test: /node_modules[\\/](vue|@vue|vue-router|vue-i18n|@intlify|pinia)[\\/]/, priority: 1 }],
        },
      },
      checks: { pluginTimings: false },
    },
  },
  server: { port: 5174, proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  optimizeDeps: { exclude: ['maplibre-gl'] },
})
